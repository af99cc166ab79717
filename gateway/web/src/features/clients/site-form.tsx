import { SimpleGrid, Switch, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, etag } from '@/shared/api/client';
import { keys } from '@/shared/api/keys';
import { useRefusedFields } from '@/shared/api/refused';
import type { Site } from '@/shared/api/types';
import { useDraftForm } from '@/shared/drafts/draft-form';
import { useRules } from '@/shared/forms/validation';
import { FormDialog } from '@/shared/ui/form-dialog';
import { changed, orNothing } from './changed';
import { siteRules } from './rules';

interface SiteFormProps {
  clientId: string;
  /** Null for a new one. */
  site: Site | null;
  onDone: () => void;
}

export function SiteForm({ clientId, site, onDone }: SiteFormProps): ReactNode {
  const { t } = useTranslation('clients');
  const queries = useQueryClient();
  const refusedFields = useRefusedFields();
  const rules = useRules();
  const [wasActive] = useState(site?.active ?? true);
  const [active, setActive] = useState(wasActive);
  const initial = {
    name: site?.name ?? '',
    addressLine: site?.addressLine ?? '',
    postalCode: site?.postalCode ?? '',
    city: site?.city ?? '',
    contactName: site?.contactName ?? '',
    contactPhone: site?.contactPhone ?? '',
    accessNotes: site?.accessNotes ?? '',
  };
  const form = useDraftForm(`site ${site?.id ?? `new of ${clientId}`}`, { initialValues: initial, validate: rules(siteRules) });
  const save = useMutation({
    mutationFn: async (values: typeof initial) => {
      const { name, addressLine, postalCode, city, ...rest } = values;
      if (site) {
        await api.PATCH('/api/v1/clients/{clientId}/sites/{siteId}', {
          params: { path: { clientId, siteId: site.id }, header: etag(site.version) },
          headers: { 'Content-Type': 'application/merge-patch+json' },
          body: { ...changed(values, form.getInitialValues()), ...(active === wasActive ? {} : { active }) },
        });
      } else {
        await api.POST('/api/v1/clients/{clientId}/sites', {
          params: { path: { clientId }, header: { 'Idempotency-Key': form.draft.key } },
          body: { name, addressLine, postalCode, city, ...orNothing(rest) },
        });
      }
    },
    onSuccess: () => {
      form.draft.accepted();
      onDone();
    },
    onError: (error) => form.setErrors(refusedFields(error)),
    onSettled: () => void queries.invalidateQueries({ queryKey: keys.sites(clientId) }),
  });
  return (
    <FormDialog
      title={site ? t('editSite', { name: site.name }) : t('newSite')}
      error={save.error}
      pending={save.isPending}
      draft={form.draft}
      size="lg"
      onSubmit={form.onSubmit((values) => save.mutate(values))}
      onClose={onDone}
    >
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <TextInput label={t('siteName')} required maxLength={200} data-autofocus {...form.getInputProps('name')} />
        <TextInput label={t('addressLine')} required maxLength={200} {...form.getInputProps('addressLine')} />
        <TextInput label={t('postalCode')} required inputMode="numeric" maxLength={5} {...form.getInputProps('postalCode')} />
        <TextInput label={t('city')} required maxLength={100} {...form.getInputProps('city')} />
        <TextInput label={t('siteContact')} maxLength={120} {...form.getInputProps('contactName')} />
        <TextInput label={t('sitePhone')} type="tel" maxLength={40} {...form.getInputProps('contactPhone')} />
      </SimpleGrid>
      <Textarea label={t('accessNotes')} autosize minRows={2} maxLength={2000} {...form.getInputProps('accessNotes')} />
      {site ? <Switch label={t('siteActive')} checked={active} onChange={(event) => setActive(event.currentTarget.checked)} /> : null}
    </FormDialog>
  );
}
