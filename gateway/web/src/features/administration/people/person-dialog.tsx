import { Select, SimpleGrid, Switch, TagsInput, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, data, etag } from '@/shared/api/client';
import { keys } from '@/shared/api/keys';
import { isProblem } from '@/shared/api/problem';
import { useRefusedFields } from '@/shared/api/refused';
import type { Role, User } from '@/shared/api/types';
import { useDraftForm } from '@/shared/drafts/draft-form';
import { useRules } from '@/shared/forms/validation';
import { ClientSelect } from '@/shared/ui/client-select';
import { FormDialog } from '@/shared/ui/form-dialog';
import { Invitation } from './invitation';
import { personRules, ROLES } from './rules';

interface PersonDialogProps {
  /** Null for somebody new. */
  person: User | null;
  role: Role;
  onDone: () => void;
}

interface Values {
  username: string;
  displayName: string;
  email: string;
  phone: string;
  role: Role;
  clientId: string | null;
  skills: string[];
  active: boolean;
}

/** Who somebody is and what they are here; after they are created they can be invited at once. */
export function PersonDialog({ person, role, onDone }: PersonDialogProps): ReactNode {
  const { t } = useTranslation(['administration', 'common']);
  const queries = useQueryClient();
  const refusedFields = useRefusedFields();
  const rules = useRules();
  const [known, setKnown] = useState(person);
  const initial: Values = {
    username: known?.username ?? '',
    displayName: known?.displayName ?? '',
    email: known?.email ?? '',
    phone: known?.phone ?? '',
    role: known?.role ?? role,
    clientId: known?.clientId ?? null,
    skills: known?.skills ?? [],
    active: known?.active ?? true,
  };
  const form = useDraftForm<Values>(`person ${known?.id ?? 'new'}`, { initialValues: initial, validate: rules(personRules) });

  const save = useMutation({
    mutationFn: async (values: Values): Promise<User> => (known ? change(known, values, form.getInitialValues()) : create(values, form.draft.key)),
    onSuccess: (saved) => {
      form.draft.accepted();
      void queries.invalidateQueries({ queryKey: keys.users });
      void queries.invalidateQueries({ queryKey: keys.technicians });
      if (known) {
        onDone();
      } else {
        setKnown(saved);
      }
    },
    onError: async (error) => {
      form.setErrors(refusedFields(error));
      if (known && isProblem(error, 'stale-version')) {
        setKnown(data(await api.GET('/api/v1/users/{id}', { params: { path: { id: known.id } } })));
      }
    },
  });

  return (
    <FormDialog
      title={known ? t('people.open', { name: known.displayName }) : t('people.new')}
      error={save.error}
      pending={save.isPending}
      draft={form.draft}
      size="lg"
      onSubmit={form.onSubmit((values) => save.mutate(values))}
      onClose={onDone}
    >
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <TextInput label={t('people.name')} required maxLength={120} data-autofocus {...form.getInputProps('displayName')} />
        <TextInput
          label={t('people.username')}
          description={t('people.usernameHint')}
          required
          maxLength={64}
          {...form.getInputProps('username')}
        />
        <TextInput label={t('people.email')} type="email" required maxLength={254} {...form.getInputProps('email')} />
        <TextInput label={t('people.phone')} type="tel" maxLength={40} {...form.getInputProps('phone')} />
        <Select
          label={t('people.role')}
          allowDeselect={false}
          data={ROLES.map((value) => ({ value, label: t(`common:role.${value}`) }))}
          {...form.getInputProps('role')}
        />
        {form.values.role === 'CLIENT' ? <ClientSelect label={t('people.client')} required {...form.getInputProps('clientId')} /> : null}
        {form.values.role === 'TECHNICIAN' ? (
          <TagsInput label={t('people.skills')} description={t('people.skillsHint')} maxTags={20} {...form.getInputProps('skills')} />
        ) : null}
      </SimpleGrid>
      {known ? <Switch label={t('people.active')} {...form.getInputProps('active', { type: 'checkbox' })} /> : null}
      {known?.active ? <Invitation person={known} /> : null}
    </FormDialog>
  );
}

async function create({ active: _active, phone, clientId, skills, ...values }: Values, key: string): Promise<User> {
  return data(
    await api.POST('/api/v1/users', {
      params: { header: { 'Idempotency-Key': key } },
      body: {
        ...values,
        phone: phone || null,
        clientId: values.role === 'CLIENT' ? clientId : null,
        skills: values.role === 'TECHNICIAN' ? skills : [],
      },
    }),
  );
}

/** Only what was changed is sent; what was emptied is taken away. */
async function change(person: User, values: Values, initial: Values): Promise<User> {
  const wanted = {
    ...values,
    clientId: values.role === 'CLIENT' ? values.clientId : null,
    skills: values.role === 'TECHNICIAN' ? values.skills : [],
  };
  const patch = Object.fromEntries(
    Object.entries(wanted)
      .filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(initial[name as keyof Values]))
      .map(([name, value]) => [name, value === '' ? null : value]),
  );
  return data(
    await api.PATCH('/api/v1/users/{id}', {
      params: { path: { id: person.id }, header: etag(person.version) },
      headers: { 'Content-Type': 'application/merge-patch+json' },
      body: patch,
    }),
  );
}
