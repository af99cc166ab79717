import { Button, Group, Paper, SegmentedControl, Stack, Text, Textarea } from '@mantine/core';
import { IconLock, IconSend, IconWorld } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PhotoButton } from '@/shared/attachments/photo-button';
import { usePhotos } from '@/shared/attachments/use-photos';
import { useRules } from '@/shared/forms/validation';
import { Failure } from '@/shared/ui/notices';
import { commentSchema } from './comment-schema';
import type { Outbox } from './outbox';
import classes from './thread.module.css';
import { useComment } from './use-comment';

interface ComposerProps {
  interventionId: string;
  mayBeInternal: boolean;
  outbox: Outbox;
}

/**
 * Writes to the thread. Who will read it is said by place, colour, sign and words, and again on the
 * button: a word meant for colleagues never goes to the client by mistake.
 */
export function Composer({ interventionId, mayBeInternal, outbox }: ComposerProps): ReactNode {
  const { t } = useTranslation('thread');
  const { draft, write, begin, comment, isOnItsWay } = useComment(interventionId, mayBeInternal ? 'INTERNAL' : 'PUBLIC', outbox);
  const photos = usePhotos(outbox.attach);
  const wrong = useRules()(commentSchema)(draft);
  const internal = draft.visibility === 'INTERNAL';

  const send = (): void => {
    if (!wrong['body'] && !isOnItsWay) {
      begin();
    }
  };

  return (
    <Paper
      component="form"
      withBorder
      p="sm"
      className={internal ? classes.internal : undefined}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Stack gap="xs">
        {mayBeInternal ? (
          <SegmentedControl
            aria-label={t('visibility')}
            value={draft.visibility}
            onChange={(visibility) => write({ visibility })}
            data={[
              { value: 'INTERNAL', label: <Choice icon={<IconLock size={16} aria-hidden />} text={t('internalShort')} /> },
              { value: 'PUBLIC', label: <Choice icon={<IconWorld size={16} aria-hidden />} text={t('publicShort')} /> },
            ]}
          />
        ) : null}
        <Textarea
          label={t('write')}
          description={mayBeInternal ? t(internal ? 'internal' : 'public') : t('clientHint')}
          autosize
          minRows={2}
          maxRows={12}
          value={draft.body}
          error={draft.body.trim() ? wrong['body'] : undefined}
          onChange={(event) => write({ body: event.currentTarget.value })}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
              send();
            }
          }}
        />
        {comment.error ? <Failure error={comment.error} /> : null}
        {photos.error ? <Failure error={photos.error} onRetry={() => photos.mutate(photos.variables)} /> : null}
        <Group justify="space-between">
          <PhotoButton
            loading={photos.isPending}
            onPhotos={(files) => {
              const takenAt = new Date().toISOString();
              photos.mutate(files.map((file) => ({ file, visibility: draft.visibility, takenAt })));
            }}
          />
          <Button
            type="submit"
            color={internal ? 'yellow' : undefined}
            loading={isOnItsWay}
            disabled={wrong['body'] !== undefined}
            leftSection={internal ? <IconLock size={16} aria-hidden /> : <IconSend size={16} aria-hidden />}
          >
            {t(mayBeInternal ? (internal ? 'sendInternal' : 'sendPublic') : 'send')}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}

function Choice({ icon, text }: { icon: ReactNode; text: string }): ReactNode {
  return (
    <Group gap={6} justify="center" wrap="nowrap">
      {icon}
      <Text span size="sm">
        {text}
      </Text>
    </Group>
  );
}
