import '@/shared/ui/dates-styles.css';
import { SimpleGrid, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newKey } from '@/shared/api/client';
import { useRefusedFields } from '@/shared/api/refused';
import { currentLanguage } from '@/shared/i18n/language';
import { fromWall, paris, toWall } from '@/shared/time/time';
import { useDraftForm } from '@/shared/drafts/draft-form';
import { useRules } from '@/shared/forms/validation';
import { DateTimeField } from '@/shared/ui/date-fields';
import { FormDialog } from '@/shared/ui/form-dialog';
import { ConfirmDialog } from '../confirm-dialog';
import { spanRules } from '../rules';
import { useReplayOfMany } from './calls';

const FORM = 'ddd D MMM YYYY HH:mm';

interface ReplayDialogProps {
  partnerId: string;
  webhookId: string;
  onDone: () => void;
}

/** All that was given up is tried again. */
export function ReplayFailedDialog({ onDone, ...place }: ReplayDialogProps): ReactNode {
  const { t } = useTranslation('partners');
  const [key] = useState(newKey);
  const replay = useReplayOfMany(place, key);
  return (
    <ConfirmDialog
      title={t('deliveries.replayFailed')}
      submit={t('deliveries.replay')}
      consequences={[t('deliveries.replayFailedHint')]}
      error={replay.error}
      pending={replay.isPending}
      onConfirm={() =>
        replay.mutate(
          { state: 'FAILED' },
          {
            onSuccess: ({ deliveries }) => {
              notifications.show({ message: t('deliveries.replayedCount', { count: deliveries ?? 0 }) });
              onDone();
            },
          },
        )
      }
      onClose={onDone}
    />
  );
}

/** All that happened in a span of time is read from the partner's stream and sent again. */
export function ReplaySpanDialog({ onDone, ...place }: ReplayDialogProps): ReactNode {
  const { t } = useTranslation('partners');
  const refusedFields = useRefusedFields();
  const rules = useRules();
  const [key, setKey] = useState(newKey);
  const replay = useReplayOfMany(place, key);
  const form = useDraftForm<{ from: string | null; to: string | null }>(`replay to ${place.webhookId}`, {
    initialValues: { from: toWall(paris().startOf('day').toDate()), to: null },
    validate: rules(spanRules),
  });
  return (
    <FormDialog
      title={t('deliveries.span')}
      submit={t('deliveries.replay')}
      error={replay.error}
      pending={replay.isPending}
      draft={form.draft}
      onSubmit={form.onSubmit(({ from, to }) =>
        replay.mutate(
          { from: from && fromWall(from), to: to && fromWall(to) },
          {
            onSuccess: () => {
              form.draft.accepted();
              notifications.show({ message: t('deliveries.spanStarted') });
              onDone();
            },
            onError: (error) => {
              form.setErrors(refusedFields(error));
              // Whoever corrects the times asks for something else.
              setKey(newKey());
            },
          },
        ),
      )}
      onClose={onDone}
    >
      <Text size="sm">{t('deliveries.spanHint')}</Text>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <DateTimeField label={t('deliveries.from')} required valueFormat={FORM} locale={currentLanguage()} {...form.getInputProps('from')} />
        <DateTimeField
          label={t('deliveries.to')}
          placeholder={t('deliveries.toHint')}
          clearable
          valueFormat={FORM}
          locale={currentLanguage()}
          {...form.getInputProps('to')}
        />
      </SimpleGrid>
    </FormDialog>
  );
}
