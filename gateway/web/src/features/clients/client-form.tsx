import { TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, data, etag } from '@/shared/api/client';
import { keys } from '@/shared/api/keys';
import { useRefusedFields } from '@/shared/api/refused';
import type { Client } from '@/shared/api/types';
import { useDraftForm } from '@/shared/drafts/draft-form';
import { useRules } from '@/shared/forms/validation';
import { FormDialog } from '@/shared/ui/form-dialog';
import { changed, orNothing } from './changed';
import { clientRules } from './rules';

interface ClientFormProps {
  /** Null for a new one. */
  client: Client | null;
  onDone: () => void;
}

export function ClientForm({ client, onDone }: ClientFormProps): ReactNode {
  const { t } = useTranslation('clients');
  const queries = useQueryClient();
  const navigate = useNavigate();
  const refusedFields = useRefusedFields();
  const rules = useRules();
  const initial = {
    name: client?.name ?? '',
    phone: client?.phone ?? '',
    email: client?.email ?? '',
    contactName: client?.contactName ?? '',
  };
  const form = useDraftForm(`client ${client?.id ?? 'new'}`, { initialValues: initial, validate: rules(clientRules) });
  const save = useMutation({
    mutationFn: async ({ name, ...rest }: typeof initial) =>
      data(
        client
          ? await api.PATCH('/api/v1/clients/{id}', {
              params: { path: { id: client.id }, header: etag(client.version) },
              headers: { 'Content-Type': 'application/merge-patch+json' },
              body: changed({ name, ...rest }, form.getInitialValues()),
            })
          : await api.POST('/api/v1/clients', { params: { header: { 'Idempotency-Key': form.draft.key } }, body: { name, ...orNothing(rest) } }),
      ),
    onSuccess: (saved) => {
      form.draft.accepted();
      queries.setQueryData(keys.client(saved.id), saved);
      void queries.invalidateQueries({ queryKey: ['clients', 'list'] });
      onDone();
      if (!client) {
        void navigate({ to: '/clients/$id', params: { id: saved.id } });
      }
    },
    onError: (error) => {
      form.setErrors(refusedFields(error));
      if (client) {
        void queries.invalidateQueries({ queryKey: keys.client(client.id) });
      }
    },
  });
  return (
    <FormDialog
      title={client ? t('edit') : t('new')}
      error={save.error}
      pending={save.isPending}
      draft={form.draft}
      onSubmit={form.onSubmit((values) => save.mutate(values))}
      onClose={onDone}
    >
      <TextInput label={t('name')} required maxLength={200} data-autofocus {...form.getInputProps('name')} />
      <TextInput label={t('phone')} type="tel" maxLength={40} {...form.getInputProps('phone')} />
      <TextInput label={t('email')} type="email" maxLength={254} {...form.getInputProps('email')} />
      <TextInput label={t('contactName')} maxLength={120} {...form.getInputProps('contactName')} />
    </FormDialog>
  );
}
