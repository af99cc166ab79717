import { Alert, Button, CopyButton, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconClock } from '@tabler/icons-react';
import { type ReactNode, useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useMutation, useQuery } from '@tanstack/react-query';
import { statusesQuery } from '@/shared/api/lists';
import { dateTime, toWall } from '@/shared/time/time';
import { AskedTwice } from '@/shared/ui/asked-twice';
import { Failure } from '@/shared/ui/notices';
import { saveFile } from '@/shared/ui/save-file';
import { change, enqueue, remove, withdraw } from './database';
import { type AttachmentAct, canBeWithdrawn, type Operation } from './operation';
import { useOperations } from './use-operations';

/** Something that the API does not have yet: on its way, or refused, and then what can be done about it. */
export function WaitingOperation({ operation }: { operation: Operation }): ReactNode {
  const { t } = useTranslation(['queue', 'common']);
  const statuses = useQuery(statusesQuery).data;
  const all = useOperations();
  const title =
    operation.kind === 'step'
      ? t('acts.step', { label: statuses?.find(({ code }) => code === operation.to)?.label ?? operation.to })
      : operation.kind === 'comment'
        ? t(operation.visibility === 'INTERNAL' ? 'acts.internal' : 'acts.public')
        : t(operation.attachment === 'SIGNATURE' ? 'acts.signature' : 'acts.photo');
  return (
    <Alert
      color={operation.refused ? 'red' : 'gray'}
      variant={operation.refused ? 'outline' : 'light'}
      role={operation.refused ? 'alert' : undefined}
      icon={operation.refused ? <IconAlertTriangle aria-hidden /> : <IconClock aria-hidden />}
      title={`${title} · ${dateTime(operation.at)}`}
    >
      <Stack gap="xs">
        <Words operation={operation} />
        {operation.refused ? (
          <Refusal operation={operation} code={operation.refused} />
        ) : (
          <Group gap="xs" justify="space-between">
            <Text size="sm">{t(operation.trouble ? 'toSendAgain' : 'toSend')}</Text>
            {canBeWithdrawn(operation, all) ? (
              <AskedTwice label={t('withdraw')} surely={t('withdrawSurely')} onSurely={() => void withdraw(operation)} />
            ) : null}
          </Group>
        )}
      </Stack>
    </Alert>
  );
}

function Words({ operation }: { operation: Operation }): ReactNode {
  switch (operation.kind) {
    case 'comment':
      return <Text>{operation.body}</Text>;
    case 'step':
      return wordsOf(operation) ? <Text style={{ whiteSpace: 'pre-wrap' }}>{wordsOf(operation)}</Text> : null;
    case 'attachment':
      return <StoredPicture attachment={operation} />;
  }
}

function StoredPicture({ attachment }: { attachment: AttachmentAct }): ReactNode {
  const { t } = useTranslation(['queue', 'common']);
  const address = useMemo(() => URL.createObjectURL(attachment.file), [attachment.file]);
  useEffect(() => () => URL.revokeObjectURL(address), [address]);
  return <img src={address} alt={t('acts.photo')} style={{ maxHeight: 120, maxWidth: '100%', background: '#fff' }} />;
}

/** Nothing is thrown away by itself: it is tried again, kept as a comment, copied, saved as a file, or given up by whoever did it. */
function Refusal({ operation, code }: { operation: Operation; code: string }): ReactNode {
  const { t } = useTranslation(['queue', 'common']);
  const words = wordsOf(operation);
  const keepAsComment = useMutation({
    retry: false,
    mutationFn: async () => {
      const { userId, interventionId, at, of } = operation;
      await enqueue({ kind: 'comment', userId, interventionId, at, ...(of ? { of } : {}), body: words, visibility: 'INTERNAL' });
      await remove(operation);
    },
  });
  return (
    <>
      <Text fw={600}>{t(`common:problem.${code}` as 'common:problem.unknown', { defaultValue: t('common:problem.unknown') })}</Text>
      <Group gap="xs">
        <Button size="sm" onClick={() => void change(operation, { refused: undefined, trouble: undefined })}>
          {t('common:retry')}
        </Button>
        {operation.kind === 'step' && words ? (
          <Button size="sm" variant="default" onClick={() => keepAsComment.mutate()}>
            {t('keepAsComment')}
          </Button>
        ) : null}
        {words ? (
          <CopyButton value={words}>
            {({ copied, copy }) => (
              <Button size="sm" variant="default" onClick={copy}>
                {t(copied ? 'common:copied' : 'common:copy')}
              </Button>
            )}
          </CopyButton>
        ) : null}
        {operation.kind === 'attachment' ? (
          <Button size="sm" variant="default" onClick={() => saveFile(fileName(operation), operation.file)}>
            {t('savePicture')}
          </Button>
        ) : null}
        <AskedTwice label={t('giveUp')} surely={t('giveUpSurely')} danger onSurely={() => void remove(operation)} />
      </Group>
      {keepAsComment.error ? <Failure error={keepAsComment.error} /> : null}
    </>
  );
}

/** `photo-2026-11-26-14-30.jpeg` */
function fileName({ attachment, at, file }: AttachmentAct): string {
  const when = toWall(at).slice(0, '2026-11-26 14:30'.length).replace(/[ :]/g, '-');
  return `${attachment.toLowerCase()}-${when}.${file.type.split('/')[1] ?? 'jpeg'}`;
}

function wordsOf(operation: Operation): string {
  switch (operation.kind) {
    case 'comment':
      return operation.body;
    case 'step':
      return [operation.reason, operation.report].filter(Boolean).join('\n\n');
    case 'attachment':
      return '';
  }
}
