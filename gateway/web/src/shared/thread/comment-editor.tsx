import { Button, Group, Stack, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, etag } from '@/shared/api/client';
import { keys } from '@/shared/api/keys';
import type { ThreadComment } from '@/shared/api/types';
import { useRules } from '@/shared/forms/validation';
import { Failure } from '@/shared/ui/notices';
import { commentSchema } from './comment-schema';

interface CommentEditorProps {
  comment: ThreadComment;
  /** What it is to say. */
  body: string;
  onBody: (body: string) => void;
  onDone: () => void;
}

/** Corrects or takes back what one has just written. */
export function CommentEditor({ comment, body, onBody, onDone }: CommentEditorProps): ReactNode {
  const { t } = useTranslation(['thread', 'common']);
  const queries = useQueryClient();
  const wrong = useRules()(commentSchema)({ body });
  const path = { id: comment.id };
  const refresh = {
    onSuccess: onDone,
    onSettled: () => void queries.invalidateQueries({ queryKey: keys.thread(comment.interventionId) }),
  };
  const change = useMutation({
    mutationFn: () =>
      api.PATCH('/api/v1/comments/{id}', {
        params: { path, header: etag(comment.version) },
        headers: { 'Content-Type': 'application/merge-patch+json' },
        body: { body: body.trim() },
      }),
    ...refresh,
  });
  const remove = useMutation({
    mutationFn: () => api.DELETE('/api/v1/comments/{id}', { params: { path, header: etag(comment.version) } }),
    ...refresh,
  });
  const failure = change.error ?? remove.error;
  return (
    <Stack gap="xs">
      <Textarea
        aria-label={t('change')}
        autosize
        minRows={2}
        error={wrong['body']}
        data-autofocus
        value={body}
        onChange={(event) => onBody(event.currentTarget.value)}
      />
      {failure ? <Failure error={failure} /> : null}
      <Group gap="xs" justify="flex-end">
        <Button size="compact-sm" variant="subtle" color="red" loading={remove.isPending} onClick={() => remove.mutate()}>
          {t('remove')}
        </Button>
        <Button size="compact-sm" variant="default" onClick={onDone}>
          {t('common:cancel')}
        </Button>
        <Button size="compact-sm" loading={change.isPending} disabled={wrong['body'] !== undefined} onClick={() => change.mutate()}>
          {t('common:save')}
        </Button>
      </Group>
    </Stack>
  );
}
