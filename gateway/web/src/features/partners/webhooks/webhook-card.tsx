import { ActionIcon, Alert, Button, Card, Group, Menu, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconDots, IconKey, IconPencil, IconSend, IconTrash } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newKey } from '@/shared/api/client';
import { useProblemText } from '@/shared/api/refused';
import type { Webhook } from '@/shared/api/types';
import { dateTime } from '@/shared/time/time';
import { Failure } from '@/shared/ui/notices';
import { FormDialog } from '@/shared/ui/form-dialog';
import { ConfirmDialog } from '../confirm-dialog';
import { useEventTypes } from '../event-types-field';
import { A_DAY, OverlapSelect } from '../overlap-select';
import type { Shown } from '../shown-once';
import { StateBadge } from '../state-badge';
import { useChange, useNewSecret, useRemoval, useTest } from './calls';
import { ChangeWebhookDialog } from './webhook-dialog';

interface WebhookProps {
  partnerId: string;
  webhook: Webhook;
}

interface WebhookCardProps extends WebhookProps {
  onSecret: (shown: Shown) => void;
}

/** One address to which events are sent, and what can be done about it. */
export function WebhookCard({ partnerId, webhook, onSecret }: WebhookCardProps): ReactNode {
  const { t } = useTranslation(['partners', 'common']);
  const words = useEventTypes();
  const text = useProblemText();
  const [asked, setAsked] = useState<'edit' | 'secret' | 'remove' | null>(null);
  const change = useChange(partnerId, webhook);
  const test = useTest(partnerId, webhook.id);
  const { url, state, eventTypes, gone, formerSecretUntil } = webhook;
  const active = state === 'ACTIVE';
  const close = (): void => setAsked(null);
  return (
    <Card withBorder padding="sm" component="article" aria-label={url}>
      <Stack gap="xs">
        <Group justify="space-between" align="flex-start" wrap="nowrap" gap="xs">
          <div>
            <Text size="sm" ff="monospace" style={{ overflowWrap: 'anywhere' }}>
              {url}
            </Text>
            <Group gap="xs" mt={4}>
              <StateBadge tone={gone ? 'bad' : active ? 'good' : 'passing'}>{t(`webhooks.states.${state}`)}</StateBadge>
              <Text size="sm" c="dimmed">
                {eventTypes.length === 0 ? t('allTypes') : eventTypes.map((type) => words.get(type) ?? type).join(', ')}
              </Text>
            </Group>
          </div>
          <Menu position="bottom-end">
            <Menu.Target>
              <ActionIcon variant="default" aria-label={t('webhooks.more', { url })}>
                <IconDots size={18} aria-hidden />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item leftSection={<IconPencil size={16} aria-hidden />} onClick={() => setAsked('edit')}>
                {t('common:edit')}
              </Menu.Item>
              <Menu.Item leftSection={<IconKey size={16} aria-hidden />} onClick={() => setAsked('secret')}>
                {t('webhooks.newSecret')}
              </Menu.Item>
              <Menu.Item
                leftSection={<IconSend size={16} aria-hidden />}
                onClick={() =>
                  test.mutate(newKey(), {
                    onSuccess: () => notifications.show({ message: t('webhooks.tested') }),
                    onError: (error) => notifications.show({ color: 'red', message: text(error) }),
                  })
                }
              >
                {t('webhooks.test')}
              </Menu.Item>
              <Menu.Item c="var(--mantine-color-error)" leftSection={<IconTrash size={16} aria-hidden />} onClick={() => setAsked('remove')}>
                {t('webhooks.remove')}
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </Group>
        {gone ? <Alert color="red">{t('webhooks.gone')}</Alert> : null}
        {formerSecretUntil ? (
          <Text size="sm" c="dimmed">
            {t('webhooks.formerSecretUntil', { when: dateTime(formerSecretUntil) })}
          </Text>
        ) : null}
        {change.error ? <Failure error={change.error} /> : null}
        <Group gap="xs">
          <Button
            size="compact-sm"
            variant="default"
            aria-label={t('webhooks.deliveriesOf', { url })}
            renderRoot={(props) => (
              <Link {...props} to="/administration/partners/$id/webhooks/$webhookId" params={{ id: partnerId, webhookId: webhook.id }} />
            )}
          >
            {t('webhooks.deliveries')}
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            loading={change.isPending}
            onClick={() => change.mutate({ state: active ? 'PAUSED' : 'ACTIVE' })}
          >
            {t(active ? 'webhooks.pause' : 'webhooks.resume')}
          </Button>
        </Group>
      </Stack>
      {asked === 'edit' ? <ChangeWebhookDialog partnerId={partnerId} webhook={webhook} onDone={close} /> : null}
      {asked === 'secret' ? <NewSecretDialog partnerId={partnerId} webhook={webhook} onSecret={onSecret} onDone={close} /> : null}
      {asked === 'remove' ? <RemoveDialog partnerId={partnerId} webhook={webhook} onDone={close} /> : null}
    </Card>
  );
}

function NewSecretDialog({ partnerId, webhook, onSecret, onDone }: WebhookCardProps & { onDone: () => void }): ReactNode {
  const { t } = useTranslation('partners');
  const [key] = useState(newKey);
  const [overlap, setOverlap] = useState(A_DAY);
  const renew = useNewSecret(partnerId, webhook.id, key);
  return (
    <FormDialog
      title={t('webhooks.newSecret')}
      submit={t('webhooks.newSecret')}
      error={renew.error}
      pending={renew.isPending}
      onSubmit={(event) => {
        event.preventDefault();
        renew.mutate(
          { overlap },
          {
            onSuccess: ({ secret }) => {
              onSecret({ title: t('webhooks.newSecret'), secret: { label: t('webhooks.secret'), value: secret } });
              onDone();
            },
          },
        );
      }}
      onClose={onDone}
    >
      <OverlapSelect
        label={t('webhooks.overlap')}
        description={t('webhooks.newSecretHint')}
        value={overlap}
        onChange={(value) => setOverlap(value ?? A_DAY)}
      />
    </FormDialog>
  );
}

function RemoveDialog({ partnerId, webhook, onDone }: WebhookProps & { onDone: () => void }): ReactNode {
  const { t } = useTranslation('partners');
  const remove = useRemoval(partnerId, webhook);
  return (
    <ConfirmDialog
      title={t('webhooks.removeTitle')}
      submit={t('webhooks.remove')}
      danger
      consequences={[t('webhooks.removeHint', { url: webhook.url })]}
      error={remove.error}
      pending={remove.isPending}
      onConfirm={() => remove.mutate(undefined, { onSuccess: onDone })}
      onClose={onDone}
    />
  );
}
