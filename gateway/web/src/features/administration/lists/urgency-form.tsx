import { ColorInput, NumberInput, SimpleGrid, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRefusedFields } from '@/shared/api/refused';
import type { Urgency } from '@/shared/api/types';
import { useDraftForm } from '@/shared/drafts/draft-form';
import { useRules } from '@/shared/forms/validation';
import { FormDialog } from '@/shared/ui/form-dialog';
import { type UrgencyValues, urgencyValues, useUrgencyChange } from './list-rows';
import { urgencyRules } from './rules';

interface UrgencyFormProps {
  /** Null for a new one. */
  row: Urgency | null;
  rows: Urgency[];
  onDone: () => void;
}

export function UrgencyForm({ row, rows, onDone }: UrgencyFormProps): ReactNode {
  const { t } = useTranslation('administration');
  const change = useUrgencyChange();
  const refusedFields = useRefusedFields();
  const rules = useRules();
  const form = useDraftForm<UrgencyValues>(`urgency ${row?.code ?? 'new'}`, {
    initialValues: row
      ? urgencyValues(row)
      : {
          code: '',
          labelFr: '',
          labelEn: '',
          color: '#b45309',
          rank: Math.max(0, ...rows.map(({ rank }) => rank)) + 1,
          takeOverMinutes: 240,
          resolveMinutes: 2880,
          active: true,
        },
    validate: rules(urgencyRules),
  });
  const submit = form.onSubmit((values) => {
    const wanted = row ? { ...urgencyValues(row), ...form.changes() } : values;
    form.draft.sent(
      change.mutateAsync(
        { ...(row ? { row } : {}), values: { ...wanted, color: wanted.color.toLowerCase() }, key: form.draft.key },
        { onSuccess: onDone, onError: (error) => form.setErrors(refusedFields(error)) },
      ),
    );
  });
  return (
    <FormDialog
      title={row ? t('lists.edit', { label: row.label }) : t('lists.newUrgency')}
      error={change.error}
      pending={change.isPending}
      draft={form.draft}
      onSubmit={submit}
      onClose={onDone}
    >
      <TextInput
        label={t('lists.code')}
        description={t('lists.codeHint')}
        required
        maxLength={30}
        disabled={row !== null}
        data-autofocus
        {...form.getInputProps('code')}
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <TextInput label={t('lists.labelFr')} required maxLength={60} {...form.getInputProps('labelFr')} />
        <TextInput label={t('lists.labelEn')} required maxLength={60} {...form.getInputProps('labelEn')} />
        <NumberInput label={t('lists.takeOver')} suffix=" min" required min={1} max={525_600} {...form.getInputProps('takeOverMinutes')} />
        <NumberInput label={t('lists.resolve')} suffix=" min" required min={1} max={525_600} {...form.getInputProps('resolveMinutes')} />
        <ColorInput label={t('lists.color')} format="hex" withEyeDropper={false} {...form.getInputProps('color')} />
      </SimpleGrid>
    </FormDialog>
  );
}
