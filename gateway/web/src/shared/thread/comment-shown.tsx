import { Button, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ThreadComment } from '@/shared/api/types';
import { useNow } from '@/shared/time/now';
import { CommentEditor } from './comment-editor';
import { EntryFrame } from './entry-frame';
import classes from './thread.module.css';

export function CommentShown({ comment }: { comment: ThreadComment }): ReactNode {
  const { t } = useTranslation('thread');
  const now = useNow();
  const [changing, setChanging] = useState(false);
  const { author, mine, createdAt, removed } = comment;
  const changeable = mine && !removed && comment.changeableUntil && Date.parse(comment.changeableUntil) > now;
  return (
    <EntryFrame author={author} mine={mine} internal={comment.visibility === 'INTERNAL'} at={createdAt}>
      {changing ? (
        <CommentEditor comment={comment} onDone={() => setChanging(false)} />
      ) : (
        <>
          {removed ? (
            <Text fs="italic" c="dimmed">
              {t('removed')}
            </Text>
          ) : (
            <Text className={classes.body}>{comment.body}</Text>
          )}
          {!removed && comment.version > 1 ? (
            <Text size="xs" c="dimmed">
              {t('edited')}
            </Text>
          ) : null}
          {changeable ? (
            <Button variant="subtle" size="compact-sm" mt={4} onClick={() => setChanging(true)}>
              {t('change')}
            </Button>
          ) : null}
        </>
      )}
    </EntryFrame>
  );
}
