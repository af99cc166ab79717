import { TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, data, newKey } from '@/shared/api/client';
import { keys } from '@/shared/api/keys';
import { useRefusedFields } from '@/shared/api/refused';
import type { Partner } from '@/shared/api/types';
import { useDraftForm } from '@/shared/drafts/draft-form';
import { useRules } from '@/shared/forms/validation';
import { FormDialog } from '@/shared/ui/form-dialog';
import { ClientsField } from './clients-field';
import { EventTypesField } from './event-types-field';
import { differences } from './differences';
import { usePartnerChange } from './partners';
import { partnerRules } from './rules';

/** Who a partner is, and what it may read. */
export function PartnerDialog({ partner, onDone }: { partner: Partner | null; onDone: () => void }): ReactNode {
  return partner ? <ChangePartner partner={partner} onDone={onDone} /> : <NewPartner onDone={onDone} />;
}

interface Values {
  name: string;
  contactEmail: string;
  clientIds: string[];
  eventTypes: string[];
}

function NewPartner({ onDone }: { onDone: () => void }): ReactNode {
  const { t } = useTranslation(['partners', 'common']);
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [key] = useState(newKey);
  const create = useMutation({
    mutationFn: async ({ contactEmail, ...values }: Values) =>
      data(
        await api.POST('/api/v1/partners', {
          params: { header: { 'Idempotency-Key': key } },
          body: { ...values, contactEmail: contactEmail.trim() || null },
        }),
      ),
    onSuccess: (created) => {
      queries.setQueryData(keys.partner(created.id), created);
      void queries.invalidateQueries({ queryKey: ['partners', 'list'] });
      onDone();
      void navigate({ to: '/administration/partners/$id', params: { id: created.id } });
    },
  });
  return (
    <PartnerForm
      name="partner new"
      title={t('new')}
      submit={t('common:create')}
      initial={{ name: '', contactEmail: '', clientIds: [], eventTypes: [] }}
      error={create.error}
      pending={create.isPending}
      onSubmit={create.mutateAsync}
      onClose={onDone}
    />
  );
}

function ChangePartner({ partner, onDone }: { partner: Partner; onDone: () => void }): ReactNode {
  const { t } = useTranslation('partners');
  // As it was when the form was opened: lists are sent as a whole, and what somebody else adds meanwhile must stay.
  const [opened] = useState(partner);
  const change = usePartnerChange(opened);
  const initial: Values = {
    name: opened.name,
    contactEmail: opened.contactEmail ?? '',
    clientIds: opened.clientIds,
    eventTypes: opened.eventTypes,
  };
  return (
    <PartnerForm
      name={`partner ${opened.id}`}
      title={t('open', { name: opened.name })}
      initial={initial}
      error={change.error}
      pending={change.isPending}
      onSubmit={async (values) => {
        await change.mutateAsync(differences(values, initial));
        onDone();
      }}
      onClose={onDone}
    />
  );
}

interface PartnerFormProps {
  /** Under which it is kept while it is written. */
  name: string;
  title: string;
  submit?: string;
  initial: Values;
  error: unknown;
  pending: boolean;
  onSubmit: (values: Values) => Promise<unknown>;
  onClose: () => void;
}

function PartnerForm({ name, initial, onSubmit, ...dialog }: PartnerFormProps): ReactNode {
  const { t } = useTranslation('partners');
  const refusedFields = useRefusedFields();
  const rules = useRules();
  const form = useDraftForm<Values>(name, { initialValues: initial, validate: rules(partnerRules) });
  const { value, error, onChange } = form.getInputProps('clientIds') as {
    value: string[];
    error?: ReactNode;
    onChange: (ids: string[]) => void;
  };
  return (
    <FormDialog
      {...dialog}
      draft={form.draft}
      size="lg"
      onSubmit={form.onSubmit((values) => {
        onSubmit(values).then(form.draft.accepted, (refusal: unknown) => form.setErrors(refusedFields(refusal)));
      })}
    >
      <TextInput label={t('name')} required maxLength={120} data-autofocus {...form.getInputProps('name')} />
      <TextInput label={t('contactEmail')} type="email" maxLength={254} {...form.getInputProps('contactEmail')} />
      <ClientsField value={value} error={error} onChange={onChange} />
      <EventTypesField
        label={t('types')}
        description={t('typesHint')}
        placeholder={t('allTypes')}
        {...form.getInputProps('eventTypes')}
      />
    </FormDialog>
  );
}
