import { TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newKey } from '@/shared/api/client';
import { useRefusedFields } from '@/shared/api/refused';
import type { Webhook } from '@/shared/api/types';
import { useDraftForm } from '@/shared/drafts/draft-form';
import { useRules } from '@/shared/forms/validation';
import { FormDialog } from '@/shared/ui/form-dialog';
import { differences } from '../differences';
import { EventTypesField } from '../event-types-field';
import { webhookRules } from '../rules';
import { type NewSecret, useChange, useCreate } from './calls';

interface Values {
  url: string;
  eventTypes: string[];
}

interface NewWebhookDialogProps {
  partnerId: string;
  onCreated: (secret: NewSecret) => void;
  onClose: () => void;
}

export function NewWebhookDialog({ partnerId, onCreated, onClose }: NewWebhookDialogProps): ReactNode {
  const { t } = useTranslation('partners');
  const [key] = useState(newKey);
  const create = useCreate(partnerId, key);
  return (
    <WebhookForm
      name={`webhook new of ${partnerId}`}
      title={t('webhooks.new')}
      initial={{ url: '', eventTypes: [] }}
      error={create.error}
      pending={create.isPending}
      onSubmit={async (values) => onCreated(await create.mutateAsync(values))}
      onClose={onClose}
    />
  );
}

interface ChangeWebhookDialogProps {
  partnerId: string;
  webhook: Webhook;
  onDone: () => void;
}

export function ChangeWebhookDialog({ partnerId, webhook, onDone }: ChangeWebhookDialogProps): ReactNode {
  const { t } = useTranslation('partners');
  const [opened] = useState(webhook);
  const change = useChange(partnerId, opened);
  const initial: Values = { url: opened.url, eventTypes: opened.eventTypes };
  return (
    <WebhookForm
      name={`webhook ${opened.id}`}
      title={t('webhooks.edit')}
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

interface WebhookFormProps {
  /** Under which it is kept while it is written. */
  name: string;
  title: string;
  initial: Values;
  error: unknown;
  pending: boolean;
  onSubmit: (values: Values) => Promise<void>;
  onClose: () => void;
}

function WebhookForm({ name, initial, onSubmit, ...dialog }: WebhookFormProps): ReactNode {
  const { t } = useTranslation('partners');
  const refusedFields = useRefusedFields();
  const rules = useRules();
  const form = useDraftForm<Values>(name, { initialValues: initial, validate: rules(webhookRules) });
  return (
    <FormDialog
      {...dialog}
      draft={form.draft}
      size="lg"
      onSubmit={form.onSubmit((values) => {
        onSubmit(values).then(form.draft.accepted, (refusal: unknown) => form.setErrors(refusedFields(refusal)));
      })}
    >
      <TextInput
        label={t('webhooks.url')}
        description={t('webhooks.urlHint')}
        placeholder="https://erp.example.com/accord"
        type="url"
        required
        data-autofocus
        {...form.getInputProps('url')}
      />
      <EventTypesField
        label={t('types')}
        description={t('webhooks.typesHint')}
        placeholder={t('allTypes')}
        {...form.getInputProps('eventTypes')}
      />
    </FormDialog>
  );
}
