import { Button, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ThreadComment } from '@/shared/api/types';
import { useDraft } from '@/shared/drafts/draft';
import { useNow } from '@/shared/time/now';
import { CommentEditor } from './comment-editor';
import { EntryFrame } from './entry-frame';
import classes from './thread.module.css';

export function CommentShown({ comment }: { comment: ThreadComment }): ReactNode {
  const { author, mine, createdAt, removed } = comment;
  return (
    <EntryFrame author={author} mine={mine} internal={comment.visibility === 'INTERNAL'} at={createdAt} writtenAt={comment.writtenAt}>
      {mine && !removed ? <OwnComment comment={comment} /> : <Words comment={comment} />}
    </EntryFrame>
  );
}

/** A comment that its author may correct for a while; whoever was at it finds the correction as they left it. */
function OwnComment({ comment }: { comment: ThreadComment }): ReactNode {
  const { t } = useTranslation('thread');
  const now = useNow();
  const [correction, correct, forget] = useDraft<string | null>(`correction ${comment.id}`, null);
  const changeable = comment.changeableUntil && Date.parse(comment.changeableUntil) > now;
  if (correction !== null) {
    return <CommentEditor comment={comment} body={correction} onBody={correct} onDone={() => forget(null)} />;
  }
  return (
    <>
      <Words comment={comment} />
      {changeable ? (
        <Button variant="subtle" size="compact-sm" mt={4} onClick={() => correct(comment.body ?? '')}>
          {t('change')}
        </Button>
      ) : null}
    </>
  );
}

function Words({ comment }: { comment: ThreadComment }): ReactNode {
  const { t } = useTranslation('thread');
  return comment.removed ? (
    <Text fs="italic" c="dimmed">
      {t('removed')}
    </Text>
  ) : (
    <>
      <Text className={classes.body}>{comment.body}</Text>
      {comment.version > 1 ? (
        <Text size="xs" c="dimmed">
          {t('edited')}
        </Text>
      ) : null}
    </>
  );
}
