import { ColorInput, Select, SimpleGrid, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRefusedFields } from '@/shared/api/refused';
import type { Status } from '@/shared/api/types';
import { FormDialog } from '@/shared/ui/form-dialog';
import { Faults } from '../faults';
import { newRowKey, type StatusValues, statusValues, useStatusChange } from './list-rows';

const CATEGORIES = ['OPEN', 'PLANNED', 'ACTIVE', 'PAUSED', 'RESOLVED', 'CLOSED', 'CANCELLED'] as const;
const CLOCKS = ['RUN', 'PAUSE', 'STOP'] as const;

interface StatusFormProps {
  /** Null for a new one. */
  row: Status | null;
  rows: Status[];
  onDone: () => void;
}

/** A new status begins retired: it is put to use once there are ways to it and out of it. */
export function StatusForm({ row, rows, onDone }: StatusFormProps): ReactNode {
  const { t } = useTranslation('administration');
  const change = useStatusChange();
  const refusedFields = useRefusedFields();
  const [key] = useState(newRowKey);
  const form = useForm<StatusValues>({
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
  });
  const submit = form.onSubmit((values) =>
    change.mutate(
      { ...(row ? { row } : {}), values: { ...values, color: values.color.toLowerCase() }, key },
      { onSuccess: onDone, onError: (error) => form.setErrors(refusedFields(error)) },
    ),
  );
  return (
    <FormDialog
      title={row ? t('lists.edit', { label: row.label }) : t('lists.newStatus')}
      error={change.error}
      pending={change.isPending}
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
          data={CATEGORIES.map((value) => ({ value, label: t(`categories.${value}`) }))}
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
