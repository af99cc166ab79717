import { Alert, Badge, Button, Card, Group, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newKey } from '@/shared/api/client';
import type { Consumers } from '@/shared/api/types';
import { Failure, Loading } from '@/shared/ui/notices';
import { FormDialog } from '@/shared/ui/form-dialog';
import { notifications } from '@mantine/notifications';
import { consumersQuery, type Service, useReplayOfQueue } from './calls';
import { HeldList } from './held-list';

type Subscription = Consumers['subscriptions'][number];

const COUNTS = ['waiting', 'retrying', 'parked', 'missing'] as const;

/** One service: what of each queue is held, and the events that wait for a person. */
export function ServiceSection({ service }: { service: Service }): ReactNode {
  const { t } = useTranslation('administration');
  const { data: figures, error, isPending, refetch } = useQuery(consumersQuery(service));
  const title = t(`held.services.${service}`);
  const subscriptions = figures?.subscriptions ?? [];
  const somethingHeld = subscriptions.some((subscription) => COUNTS.some((count) => subscription[count] > 0));
  return (
    <Card withBorder padding="md" component="section" aria-label={title}>
      <Stack gap="sm">
        <Group justify="space-between" gap="xs">
          <Title order={2} size="h4">
            {title}
          </Title>
          {figures && !somethingHeld ? (
            <Group gap={4}>
              <IconCircleCheck size={18} color="var(--mantine-color-accord-filled)" aria-hidden />
              <Text size="sm">{t('held.nothing')}</Text>
            </Group>
          ) : null}
        </Group>
        {error ? <Failure error={error} onRetry={() => void refetch()} /> : null}
        {isPending ? <Loading /> : null}
        {figures?.databaseAway ? <Alert color="red">{t('held.databaseAway')}</Alert> : null}
        {figures?.brokerAway ? <Alert color="red">{t('held.brokerAway')}</Alert> : null}
        {figures?.brokerBlocked ? <Alert color="red">{t('held.brokerBlocked')}</Alert> : null}
        {figures ? (
          <Text size="sm" c="dimmed">
            {t('held.outbox', { count: figures.outbox.depth })}
          </Text>
        ) : null}
        <SimpleGrid cols={{ base: 1, sm: 2 }} component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
          {subscriptions.map((subscription) => (
            <li key={subscription.queue}>
              <Queue service={service} subscription={subscription} />
            </li>
          ))}
        </SimpleGrid>
        <HeldList service={service} />
      </Stack>
    </Card>
  );
}

function Queue({ service, subscription }: { service: Service; subscription: Subscription }): ReactNode {
  const { t } = useTranslation('administration');
  const [asked, setAsked] = useState(false);
  const { queue, lagSeconds, parked } = subscription;
  return (
    <Stack gap={4}>
      <Text size="sm" ff="monospace" style={{ overflowWrap: 'anywhere' }}>
        {queue}
      </Text>
      <Group gap={6}>
        {COUNTS.map((count) => (
          <Badge key={count} variant={subscription[count] > 0 ? 'filled' : 'default'} color="red" radius="sm" tt="none">
            {t(`held.counts.${count}`, { count: subscription[count] })}
          </Badge>
        ))}
      </Group>
      <Text size="sm" c="dimmed">
        {t('held.lag', { seconds: Math.round(lagSeconds) })}
      </Text>
      {parked > 0 ? (
        <Group>
          <Button size="compact-sm" variant="default" aria-label={t('held.replayAllOf', { queue })} onClick={() => setAsked(true)}>
            {t('held.replayAll')}
          </Button>
        </Group>
      ) : null}
      {asked ? <ReplayAllDialog service={service} queue={queue} onDone={() => setAsked(false)} /> : null}
    </Stack>
  );
}

function ReplayAllDialog({ service, queue, onDone }: { service: Service; queue: string; onDone: () => void }): ReactNode {
  const { t } = useTranslation('administration');
  const [key] = useState(newKey);
  const replay = useReplayOfQueue(service, key);
  return (
    <FormDialog
      title={t('held.replayAll')}
      submit={t('held.replay')}
      error={replay.error}
      pending={replay.isPending}
      onSubmit={(event) => {
        event.preventDefault();
        replay.mutate(queue, {
          onSuccess: ({ events }) => {
            notifications.show({ message: t('held.replayStarted', { count: events }) });
            onDone();
          },
        });
      }}
      onClose={onDone}
    >
      <Text size="sm" ff="monospace" style={{ overflowWrap: 'anywhere' }}>
        {queue}
      </Text>
      <Text size="sm">{t('held.replayAllHint')}</Text>
    </FormDialog>
  );
}
