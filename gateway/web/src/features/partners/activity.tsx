import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PartnerActivity } from '@/shared/api/types';
import { dateTime } from '@/shared/time/time';
import { Failure, Loading } from '@/shared/ui/notices';
import { activityQuery } from './partners';
import { Section } from './section';
import { webhooksQuery } from './webhooks/calls';

/** How far a partner has come in its events: the first thing to look at when it says that nothing arrives. */
export function Activity({ partnerId }: { partnerId: string }): ReactNode {
  const { t } = useTranslation('partners');
  const activity = useQuery(activityQuery(partnerId));
  const addresses = new Map((useQuery(webhooksQuery(partnerId)).data ?? []).map(({ id, url }) => [id, url]));
  return (
    <Section title={t('activity.title')} hint={t('activity.hint')}>
      {activity.error ? <Failure error={activity.error} onRetry={() => void activity.refetch()} /> : null}
      {activity.isPending ? <Loading /> : null}
      {activity.data ? (
        <>
          <Fact label={t('activity.feed')}>{activity.data.feedReadAt ? dateTime(activity.data.feedReadAt) : t('activity.never')}</Fact>
          <Fact label={t('activity.stream')}>
            <StreamState stream={activity.data.stream} />
          </Fact>
          {activity.data.webhooks.map((webhook) => (
            <Fact key={webhook.id} label={t('activity.webhook', { url: addresses.get(webhook.id) ?? '…' })}>
              <WebhookState webhook={webhook} head={activity.data.stream?.head} />
            </Fact>
          ))}
        </>
      ) : null}
    </Section>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }): ReactNode {
  return (
    <Stack gap={0} role="group" aria-label={label}>
      <Text size="sm" fw={600} style={{ overflowWrap: 'anywhere' }}>
        {label}
      </Text>
      <Text size="sm">{children}</Text>
    </Stack>
  );
}

function StreamState({ stream }: Pick<PartnerActivity, 'stream'>): ReactNode {
  const { t } = useTranslation('partners');
  if (!stream) {
    return t('activity.notWritten');
  }
  const { head, following } = stream;
  const written = head === undefined || head === null ? t('activity.notSaid') : t('activity.writtenTo', { head });
  return following ? written : `${written} · ${t('activity.stopped')}`;
}

function WebhookState({ webhook, head }: { webhook: PartnerActivity['webhooks'][number]; head: number | null | undefined }): ReactNode {
  const { t } = useTranslation('partners');
  const { takenTo, waiting, retrying, failed, lastDeliveredAt } = webhook;
  const taken = takenTo === undefined || takenTo === null ? t('activity.nothingTaken') : t('activity.takenTo', { offset: takenTo });
  const behind = takenTo !== undefined && takenTo !== null && head !== undefined && head !== null ? head - takenTo : 0;
  return [
    behind > 0 ? `${taken} (${t('activity.behind', { count: behind })})` : taken,
    t('activity.waiting', { count: waiting }),
    ...(retrying > 0 ? [t('activity.retrying', { count: retrying })] : []),
    ...(failed > 0 ? [t('activity.failed', { count: failed })] : []),
    lastDeliveredAt ? t('activity.delivered', { when: dateTime(lastDeliveredAt) }) : t('activity.neverDelivered'),
  ].join(' · ');
}
