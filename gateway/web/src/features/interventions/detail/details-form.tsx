import { Select, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { newKey } from '@/shared/api/client';
import { sitesQuery } from '@/shared/api/clients';
import { useChange } from '@/shared/api/intervention-changes';
import { urgenciesQuery } from '@/shared/api/lists';
import { useRefusedFields } from '@/shared/api/refused';
import type { Intervention, InterventionPatch } from '@/shared/api/types';
import { useDraftForm } from '@/shared/drafts/draft-form';
import { said } from '@/shared/forms/rules';
import { useRules } from '@/shared/forms/validation';
import { Coming } from '@/shared/ui/coming';
import { FormDialog } from '@/shared/ui/form-dialog';

const details = z.object({ title: said(200), description: z.string().max(4000), urgency: z.string(), siteId: z.string() });

/** Title, description, urgency and site; only what was changed is sent. */
export function DetailsForm({ intervention, onDone }: { intervention: Intervention; onDone: () => void }): ReactNode {
  const { t } = useTranslation('interventions');
  const change = useChange();
  const refusedFields = useRefusedFields();
  const rules = useRules();
  const urgencies = useQuery(urgenciesQuery);
  const sites = useQuery(sitesQuery(intervention.clientId));
  const form = useDraftForm(`details ${intervention.id}`, {
    initialValues: {
      title: intervention.title,
      description: intervention.description,
      urgency: intervention.urgency.code,
      siteId: intervention.siteId,
    },
    validate: rules(details),
  });

  const submit = form.onSubmit((values) => {
    const patch: InterventionPatch = {};
    for (const name of ['title', 'description', 'urgency', 'siteId'] as const) {
      if (form.isDirty(name)) {
        patch[name] = values[name];
      }
    }
    form.draft.sent(
      change.mutateAsync(
        { id: intervention.id, version: intervention.version, patch, key: newKey() },
        { onSuccess: onDone, onError: (error) => form.setErrors(refusedFields(error)) },
      ),
    );
  });

  return (
    <FormDialog
      title={t('detail.edit')}
      error={change.error}
      pending={change.isPending}
      draft={form.draft}
      onSubmit={submit}
      onClose={onDone}
    >
      <TextInput label={t('fields.title')} required maxLength={200} data-autofocus {...form.getInputProps('title')} />
      <Textarea label={t('fields.description')} autosize minRows={3} maxLength={4000} {...form.getInputProps('description')} />
      <Select
        label={t('fields.urgency')}
        allowDeselect={false}
        data={(urgencies.data ?? [])
          .filter((urgency) => urgency.active || urgency.code === intervention.urgency.code)
          .map((urgency) => ({ value: urgency.code, label: urgency.label }))}
        {...form.getInputProps('urgency')}
      />
      <Select
        label={t('fields.site')}
        allowDeselect={false}
        data={(sites.data ?? []).map((site) => ({ value: site.id, label: `${site.name}, ${site.city}` }))}
        {...form.getInputProps('siteId')}
      />
      <Coming reads={[urgencies, sites]} />
    </FormDialog>
  );
}
