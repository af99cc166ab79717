import { Select, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { sitesQuery } from '@/shared/api/clients';
import { useChange } from '@/shared/api/interventions';
import { urgenciesQuery } from '@/shared/api/lists';
import { useRefusedFields } from '@/shared/api/refused';
import type { Intervention, InterventionPatch } from '@/shared/api/types';
import { FormDialog } from '@/shared/ui/form-dialog';

/** Title, description, urgency and site; only what was changed is sent. */
export function DetailsForm({ intervention, onDone }: { intervention: Intervention; onDone: () => void }): ReactNode {
  const { t } = useTranslation(['interventions', 'common']);
  const change = useChange();
  const refusedFields = useRefusedFields();
  const urgencies = useQuery(urgenciesQuery);
  const sites = useQuery(sitesQuery(intervention.clientId));
  const initial = {
    title: intervention.title,
    description: intervention.description,
    urgency: intervention.urgency.code,
    siteId: intervention.siteId,
  };
  const form = useForm({
    initialValues: initial,
    validate: { title: (value) => (value.trim() && value.length <= 200 ? null : t('common:refused.title')) },
  });

  const submit = form.onSubmit((values) => {
    const patch: InterventionPatch = {};
    for (const name of ['title', 'description', 'urgency', 'siteId'] as const) {
      if (values[name] !== initial[name]) {
        patch[name] = values[name];
      }
    }
    change.mutate(
      { id: intervention.id, version: intervention.version, patch },
      { onSuccess: onDone, onError: (error) => form.setErrors(refusedFields(error)) },
    );
  });

  return (
    <FormDialog title={t('detail.edit')} error={change.error} pending={change.isPending} onSubmit={submit} onClose={onDone}>
      <TextInput label={t('fields.title')} required maxLength={200} data-autofocus {...form.getInputProps('title')} />
      <Textarea label={t('fields.description')} autosize minRows={3} maxLength={4000} {...form.getInputProps('description')} />
      <Select
        label={t('fields.urgency')}
        allowDeselect={false}
        data={(urgencies.data ?? [])
          .filter((urgency) => urgency.active || urgency.code === initial.urgency)
          .map((urgency) => ({ value: urgency.code, label: urgency.label }))}
        {...form.getInputProps('urgency')}
      />
      <Select
        label={t('fields.site')}
        allowDeselect={false}
        data={(sites.data ?? []).map((site) => ({ value: site.id, label: `${site.name}, ${site.city}` }))}
        {...form.getInputProps('siteId')}
      />
    </FormDialog>
  );
}
