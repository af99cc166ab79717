import { Button, Stack, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Partner } from '@/shared/api/types';
import { Failure, Loading } from '@/shared/ui/notices';
import { Section } from '../section';
import { type Shown, ShownOnce } from '../shown-once';
import { webhooksQuery } from './calls';
import { NewWebhookDialog } from './webhook-dialog';
import { WebhookCard } from './webhook-card';

/** Where a partner's events are sent. */
export function Webhooks({ partner }: { partner: Partner }): ReactNode {
  const { t } = useTranslation('partners');
  const webhooks = useQuery(webhooksQuery(partner.id));
  const [creating, setCreating] = useState(false);
  const [shown, setShown] = useState<Shown | null>(null);
  return (
    <Section
      title={t('webhooks.title')}
      hint={t('webhooks.hint')}
      actions={
        partner.state === 'RETIRED' ? null : (
          <Button variant="light" leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setCreating(true)}>
            {t('webhooks.new')}
          </Button>
        )
      }
    >
      {webhooks.error ? <Failure error={webhooks.error} onRetry={() => void webhooks.refetch()} /> : null}
      {webhooks.isPending ? <Loading /> : null}
      {webhooks.data?.length === 0 ? <Text size="sm">{t('webhooks.none')}</Text> : null}
      <Stack gap="sm">
        {(webhooks.data ?? []).map((webhook) => (
          <WebhookCard key={webhook.id} partnerId={partner.id} webhook={webhook} onSecret={setShown} />
        ))}
      </Stack>
      {creating ? (
        <NewWebhookDialog
          partnerId={partner.id}
          onCreated={({ secret }) => {
            setCreating(false);
            setShown({ title: t('webhooks.created'), secret: { label: t('webhooks.secret'), value: secret } });
          }}
          onClose={() => setCreating(false)}
        />
      ) : null}
      {shown ? <ShownOnce shown={shown} onClose={() => setShown(null)} /> : null}
    </Section>
  );
}
