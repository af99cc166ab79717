import '@/shared/ui/all-styles';
import { Anchor, Button, Group, Select, Table, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconArrowLeft } from '@tabler/icons-react';
import { useInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newKey } from '@/shared/api/client';
import { useProblemText } from '@/shared/api/refused';
import type { WebhookDelivery } from '@/shared/api/types';
import { dateTime } from '@/shared/time/time';
import { Empty } from '@/shared/ui/notices';
import { Page } from '@/shared/ui/page';
import { MorePages, StateOfPages } from '@/shared/ui/paged';
import { useEventTypes } from '../event-types-field';
import { partnerQuery } from '../partners';
import { StateBadge } from '../state-badge';
import { webhookQuery } from '../webhooks/calls';
import { deliveryPages, useReplay } from './calls';
import { ReplayFailedDialog, ReplaySpanDialog } from './replay-dialogs';

const STATES: WebhookDelivery['state'][] = ['WAITING', 'DELIVERED', 'FAILED'];

/** What was and is to be sent to one address, and what became of it. */
export function DeliveriesPage(): ReactNode {
  const { t } = useTranslation(['partners', 'common']);
  const { id: partnerId, webhookId } = useParams({ from: '/administration/partners/$id/webhooks/$webhookId' });
  const place = { partnerId, webhookId };
  const partner = useSuspenseQuery(partnerQuery(partnerId)).data;
  const webhook = useSuspenseQuery(webhookQuery(partnerId, webhookId)).data;
  const [state, setState] = useState<WebhookDelivery['state'] | null>(null);
  const [asked, setAsked] = useState<'failed' | 'span' | null>(null);
  const pages = useInfiniteQuery(deliveryPages(place, state));
  const deliveries = (pages.data?.pages ?? []).flatMap((page) => page.items);
  const close = (): void => setAsked(null);
  return (
    <Page
      title={t('deliveries.title')}
      actions={
        <>
          <Button variant="default" onClick={() => setAsked('failed')}>
            {t('deliveries.replayFailed')}
          </Button>
          <Button variant="default" onClick={() => setAsked('span')}>
            {t('deliveries.span')}
          </Button>
        </>
      }
    >
      <Anchor size="sm" renderRoot={(props) => <Link {...props} to="/administration/partners/$id" params={{ id: partnerId }} />}>
        <Group gap={4} component="span">
          <IconArrowLeft size={16} aria-hidden />
          {t('deliveries.back', { name: partner.name })}
        </Group>
      </Anchor>
      <Group gap="sm">
        <Text ff="monospace" size="sm" style={{ overflowWrap: 'anywhere' }}>
          {webhook.url}
        </Text>
        <StateBadge tone={webhook.gone ? 'bad' : webhook.state === 'ACTIVE' ? 'good' : 'passing'}>
          {t(`webhooks.states.${webhook.state}`)}
        </StateBadge>
      </Group>
      <Text size="sm">{t('deliveries.hint')}</Text>
      <Group role="search" aria-label={t('deliveries.filter')}>
        <Select
          aria-label={t('deliveries.state')}
          placeholder={t('deliveries.states.all')}
          clearable
          data={STATES.map((value) => ({ value, label: t(`deliveries.states.${value}`) }))}
          value={state}
          onChange={(value) => setState(value)}
        />
      </Group>
      <StateOfPages pages={pages} lines={deliveries.length} none={<Empty>{t('deliveries.none')}</Empty>} />
      {deliveries.length > 0 ? (
        <Table highlightOnHover aria-label={t('deliveries.title')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('deliveries.event')}</Table.Th>
              <Table.Th visibleFrom="sm">{t('deliveries.state')}</Table.Th>
              <Table.Th visibleFrom="sm">{t('deliveries.answer')}</Table.Th>
              <Table.Th>
                <span className="visually-hidden">{t('actions')}</span>
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {deliveries.map((delivery) => (
              <Line key={delivery.id} delivery={delivery} place={place} />
            ))}
          </Table.Tbody>
        </Table>
      ) : null}
      <MorePages pages={pages} />
      {asked === 'failed' ? <ReplayFailedDialog {...place} onDone={close} /> : null}
      {asked === 'span' ? <ReplaySpanDialog {...place} onDone={close} /> : null}
    </Page>
  );
}

const TONES = { WAITING: 'passing', DELIVERED: 'good', FAILED: 'bad' } as const;

function Line({ delivery, place }: { delivery: WebhookDelivery; place: { partnerId: string; webhookId: string } }): ReactNode {
  const { t } = useTranslation('partners');
  const words = useEventTypes();
  const text = useProblemText();
  const replay = useReplay(place);
  const type = words.get(delivery.type) ?? t(`deliveries.types.${delivery.type as 'webhook.test'}`, { defaultValue: delivery.type });
  const when = dateTime(delivery.happenedAt);
  const state = <StateBadge tone={TONES[delivery.state]}>{t(`deliveries.states.${delivery.state}`)}</StateBadge>;
  return (
    <Table.Tr>
      <Table.Td>
        <Text size="sm" fw={600}>
          {type}
        </Text>
        <Text size="sm" c="dimmed">
          {when}
        </Text>
        <Text size="sm" hiddenFrom="sm" component="div">
          {state}
          <Answer delivery={delivery} />
        </Text>
      </Table.Td>
      <Table.Td visibleFrom="sm">{state}</Table.Td>
      <Table.Td visibleFrom="sm">
        <Text size="sm" component="div">
          <Answer delivery={delivery} />
        </Text>
      </Table.Td>
      <Table.Td ta="end">
        <Button
          size="compact-sm"
          variant="subtle"
          loading={replay.isPending}
          aria-label={t('deliveries.replayOf', { type, when })}
          onClick={() =>
            replay.mutate(
              { deliveryId: delivery.id, key: newKey() },
              {
                onSuccess: () => notifications.show({ message: t('deliveries.replayed') }),
                onError: (error) => notifications.show({ color: 'red', message: text(error) }),
              },
            )
          }
        >
          {t('deliveries.replay')}
        </Button>
      </Table.Td>
    </Table.Tr>
  );
}

/** What the receiver said, or why it said nothing, and what comes next. */
function Answer({ delivery }: { delivery: WebhookDelivery }): ReactNode {
  const { t } = useTranslation('partners');
  const { answerStatus, error, attempts, nextAttemptAt, finishedAt } = delivery;
  return (
    <>
      {answerStatus ? <div>HTTP {answerStatus}</div> : null}
      {error ? <div lang="en">{error}</div> : null}
      <Text size="sm" c="dimmed">
        {[
          attempts > 0 ? t('deliveries.attempts', { count: attempts }) : null,
          nextAttemptAt ? t('deliveries.next', { when: dateTime(nextAttemptAt) }) : null,
          finishedAt ? dateTime(finishedAt) : null,
        ]
          .filter(Boolean)
          .join(' · ')}
      </Text>
    </>
  );
}
