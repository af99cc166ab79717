import { ColorInput, Select, SimpleGrid, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRefusedFields } from '@/shared/api/refused';
import { CATEGORIES, type Status } from '@/shared/api/types';
import { useDraftForm } from '@/shared/drafts/draft-form';
import { useRules } from '@/shared/forms/validation';
import { FormDialog } from '@/shared/ui/form-dialog';
import { Faults } from '../faults';
import { type StatusValues, statusValues, useStatusChange } from './list-rows';
import { CLOCKS, statusRules } from './rules';

interface StatusFormProps {
  /** Null for a new one. */
  row: Status | null;
  rows: Status[];
  onDone: () => void;
}

/** A new status begins retired: it is put to use once there are ways to it and out of it. */
export function StatusForm({ row, rows, onDone }: StatusFormProps): ReactNode {
  const { t } = useTranslation(['administration', 'common']);
  const change = useStatusChange();
  const refusedFields = useRefusedFields();
  const rules = useRules();
  const form = useDraftForm<StatusValues>(`status ${row?.code ?? 'new'}`, {
    initialValues: row
      ? statusValues(row)
      : {
          code: '',
          labelFr: '',
          labelEn: '',
          clientLabelFr: '',
          clientLabelEn: '',
          category: 'ACTIVE',
          clock: 'RUN',
          color: '#4b5563',
          position: Math.max(0, ...rows.map(({ position }) => position)) + 10,
          active: false,
        },
    validate: rules(statusRules),
  });
  const submit = form.onSubmit((values) => {
    const wanted = row ? { ...statusValues(row), ...form.changes() } : values;
    form.draft.sent(
      change.mutateAsync(
        { ...(row ? { row } : {}), values: { ...wanted, color: wanted.color.toLowerCase() }, key: form.draft.key },
        { onSuccess: onDone, onError: (error) => form.setErrors(refusedFields(error)) },
      ),
    );
  });
  return (
    <FormDialog
      title={row ? t('lists.edit', { label: row.label }) : t('lists.newStatus')}
      error={change.error}
      pending={change.isPending}
      draft={form.draft}
      size="lg"
      onSubmit={submit}
      onClose={onDone}
    >
      <Faults error={change.error} statuses={rows} />
      <TextInput
        label={t('lists.code')}
        description={t('lists.codeHint')}
        required
        maxLength={30}
        disabled={row !== null}
        data-autofocus
        {...form.getInputProps('code')}
      />
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextInput label={t('lists.labelFr')} required maxLength={60} {...form.getInputProps('labelFr')} />
        <TextInput label={t('lists.labelEn')} required maxLength={60} {...form.getInputProps('labelEn')} />
        <TextInput label={t('lists.clientLabelFr')} required maxLength={60} {...form.getInputProps('clientLabelFr')} />
        <TextInput label={t('lists.clientLabelEn')} required maxLength={60} {...form.getInputProps('clientLabelEn')} />
        <Select
          label={t('lists.category')}
          description={t('lists.categoryHint')}
          allowDeselect={false}
          data={CATEGORIES.map((value) => ({ value, label: t(`common:category.${value}`) }))}
          {...form.getInputProps('category')}
        />
        <Select
          label={t('lists.clock')}
          description={t('lists.clockHint')}
          allowDeselect={false}
          data={CLOCKS.map((value) => ({ value, label: t(`clocks.${value}`) }))}
          {...form.getInputProps('clock')}
        />
        <ColorInput label={t('lists.color')} format="hex" withEyeDropper={false} {...form.getInputProps('color')} />
      </SimpleGrid>
    </FormDialog>
  );
}
