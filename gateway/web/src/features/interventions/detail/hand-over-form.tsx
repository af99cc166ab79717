import { Select } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useChange } from '@/shared/api/interventions';
import { dispatchersQuery } from '@/shared/api/people';
import { useRefusedFields } from '@/shared/api/refused';
import type { Intervention } from '@/shared/api/types';
import { FormDialog } from '@/shared/ui/form-dialog';

/** To another dispatcher, who owns it from then on. */
export function HandOverForm({ intervention, onDone }: { intervention: Intervention; onDone: () => void }): ReactNode {
  const { t } = useTranslation(['interventions', 'common']);
  const change = useChange();
  const refusedFields = useRefusedFields();
  const dispatchers = useQuery(dispatchersQuery);
  const form = useForm({
    initialValues: { ownerId: null as string | null },
    validate: { ownerId: (value) => (value ? null : t('common:refused.ownerId')) },
  });

  const submit = form.onSubmit(({ ownerId }) => {
    if (ownerId) {
      change.mutate(
        { id: intervention.id, version: intervention.version, patch: { ownerId } },
        { onSuccess: onDone, onError: (error) => form.setErrors(refusedFields(error)) },
      );
    }
  });

  return (
    <FormDialog title={t('detail.handOver')} error={change.error} pending={change.isPending} onSubmit={submit} onClose={onDone}>
      <Select
        label={t('fields.owner')}
        required
        searchable
        data={(dispatchers.data ?? [])
          .filter((dispatcher) => dispatcher.id !== intervention.ownerId)
          .map((dispatcher) => ({ value: dispatcher.id, label: dispatcher.displayName }))}
        {...form.getInputProps('ownerId')}
      />
    </FormDialog>
  );
}
