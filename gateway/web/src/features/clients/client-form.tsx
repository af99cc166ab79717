import { TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, data, etag, newKey } from '@/shared/api/client';
import { keys } from '@/shared/api/keys';
import { useRefusedFields } from '@/shared/api/refused';
import type { Client } from '@/shared/api/types';
import { FormDialog } from '@/shared/ui/form-dialog';
import { changed, orNothing } from './changed';

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
  const [key] = useState(newKey);
  const initial = {
    name: client?.name ?? '',
    phone: client?.phone ?? '',
    email: client?.email ?? '',
    contactName: client?.contactName ?? '',
  };
  const form = useForm({ initialValues: initial });
  const save = useMutation({
    mutationFn: async ({ name, ...rest }: typeof initial) =>
      data(
        client
          ? await api.PATCH('/api/v1/clients/{id}', {
              params: { path: { id: client.id }, header: etag(client.version) },
              headers: { 'Content-Type': 'application/merge-patch+json' },
              body: changed({ name, ...rest }, initial),
            })
          : await api.POST('/api/v1/clients', { params: { header: { 'Idempotency-Key': key } }, body: { name, ...orNothing(rest) } }),
      ),
    onSuccess: (saved) => {
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
