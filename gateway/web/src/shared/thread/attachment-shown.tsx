import { Button, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, etag } from '@/shared/api/client';
import { keys } from '@/shared/api/keys';
import type { Attachment, ThreadAttachment } from '@/shared/api/types';
import { Picture } from '@/shared/attachments/picture';
import { useNow } from '@/shared/time/now';
import { Failure } from '@/shared/ui/notices';
import { EntryFrame } from './entry-frame';

/** A photo or a signature in the thread. */
export function AttachmentShown({ entry }: { entry: ThreadAttachment }): ReactNode {
  const { t } = useTranslation('thread');
  const { attachment } = entry;
  const internal = 'visibility' in entry && entry.visibility === 'INTERNAL';
  return (
    <EntryFrame author={entry.author} mine={attachment?.mine ?? false} internal={internal} at={entry.createdAt}>
      {attachment ? (
        <>
          <Picture attachment={attachment} />
          <RemoveButton attachment={attachment} />
        </>
      ) : (
        <Text fs="italic" c="dimmed">
          {t('attachmentRemoved')}
        </Text>
      )}
    </EntryFrame>
  );
}

function RemoveButton({ attachment }: { attachment: Attachment }): ReactNode {
  const { t } = useTranslation('thread');
  const queries = useQueryClient();
  const now = useNow();
  const remove = useMutation({
    mutationFn: () =>
      api.DELETE('/api/v1/attachments/{id}', { params: { path: { id: attachment.id }, header: etag(attachment.version) } }),
    onSettled: () => void queries.invalidateQueries({ queryKey: keys.thread(attachment.interventionId) }),
  });
  const removable = attachment.mine && attachment.removableUntil && Date.parse(attachment.removableUntil) > now;
  return (
    <>
      {removable ? (
        <Button variant="subtle" color="red" size="compact-sm" mt={4} loading={remove.isPending} onClick={() => remove.mutate()}>
          {t('remove')}
        </Button>
      ) : null}
      {remove.error ? <Failure error={remove.error} /> : null}
    </>
  );
}
