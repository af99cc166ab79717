import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { newKey } from '@/shared/api/client';
import { useChange } from '@/shared/api/intervention-changes';
import { dispatchersQuery } from '@/shared/api/people';
import { useRefusedFields } from '@/shared/api/refused';
import type { Intervention } from '@/shared/api/types';
import { useDraftForm } from '@/shared/drafts/draft-form';
import { useRules } from '@/shared/forms/validation';
import { Coming } from '@/shared/ui/coming';
import { FormDialog } from '@/shared/ui/form-dialog';

const handOver = z.object({ ownerId: z.string() });

/** To another dispatcher, who owns it from then on. */
export function HandOverForm({ intervention, onDone }: { intervention: Intervention; onDone: () => void }): ReactNode {
  const { t } = useTranslation('interventions');
  const change = useChange();
  const refusedFields = useRefusedFields();
  const rules = useRules();
  const dispatchers = useQuery(dispatchersQuery);
  const form = useDraftForm(`hand over ${intervention.id}`, {
    initialValues: { ownerId: null as string | null },
    validate: rules(handOver),
  });

  const submit = form.onSubmit(({ ownerId }) => {
    if (ownerId) {
      form.draft.sent(
        change.mutateAsync(
          { id: intervention.id, version: intervention.version, patch: { ownerId }, key: newKey() },
          { onSuccess: onDone, onError: (error) => form.setErrors(refusedFields(error)) },
        ),
      );
    }
  });

  return (
    <FormDialog
      title={t('detail.handOver')}
      error={change.error}
      pending={change.isPending}
      draft={form.draft}
      onSubmit={submit}
      onClose={onDone}
    >
      <Select
        label={t('fields.owner')}
        required
        searchable
        data={(dispatchers.data ?? [])
          .filter((dispatcher) => dispatcher.id !== intervention.ownerId)
          .map((dispatcher) => ({ value: dispatcher.id, label: dispatcher.displayName }))}
        {...form.getInputProps('ownerId')}
      />
      <Coming reads={[dispatchers]} />
    </FormDialog>
  );
}
