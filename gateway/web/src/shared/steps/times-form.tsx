import '@/shared/ui/dates-styles.css';
import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { newKey } from '@/shared/api/client';
import { useChange } from '@/shared/api/intervention-changes';
import { useRefusedFields } from '@/shared/api/refused';
import type { Intervention } from '@/shared/api/types';
import { useDraftForm } from '@/shared/drafts/draft-form';
import { useRules } from '@/shared/forms/validation';
import { fromWall, toWall } from '@/shared/time/time';
import { DateTimeField } from '@/shared/ui/date-fields';
import { FormDialog } from '@/shared/ui/form-dialog';
import { timesSchema } from './times';

const FIELD = { required: true, valueFormat: 'ddd D MMM HH:mm' } as const;

/** When the work was really done, where a step was taken too early or too late. */
export default function TimesForm({ intervention, onDone }: { intervention: Intervention; onDone: () => void }): ReactNode {
  const { t } = useTranslation('steps');
  const change = useChange();
  const refusedFields = useRefusedFields();
  const rules = useRules();
  const { id, version, createdAt, actualStart, actualEnd } = intervention;
  const form = useDraftForm(`times ${id}`, {
    initialValues: { actualStart: actualStart ? toWall(actualStart) : null, actualEnd: actualEnd ? toWall(actualEnd) : null },
    validate: rules(timesSchema(createdAt, Boolean(actualEnd))),
  });

  const submit = form.onSubmit(() => {
    // What was left as it was has seconds, and may have been changed by somebody else meanwhile.
    const patch = Object.fromEntries(Object.entries(form.changes()).map(([name, wall]) => [name, fromWall(wall ?? '')]));
    form.draft.sent(
      change.mutateAsync({ id, version, patch, key: newKey() }, { onSuccess: onDone, onError: (error) => form.setErrors(refusedFields(error)) }),
    );
  });

  return (
    <FormDialog title={t('times')} error={change.error} pending={change.isPending} draft={form.draft} onSubmit={submit} onClose={onDone}>
      <Text size="sm">{t('timesHint')}</Text>
      <DateTimeField label={t('actualStart')} {...FIELD} {...form.getInputProps('actualStart')} />
      {actualEnd ? <DateTimeField label={t('actualEnd')} {...FIELD} {...form.getInputProps('actualEnd')} /> : null}
    </FormDialog>
  );
}
