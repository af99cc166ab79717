import { Badge, Button, Table, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HeldEvent } from '@/shared/api/types';
import { useRelative } from '@/shared/time/now';
import { Failure } from '@/shared/ui/notices';
import { MorePages } from '@/shared/ui/paged';
import { heldPages, type Service } from './calls';
import { HeldDialog } from './held-dialog';
import { useWhatHappened } from './what-happened';

/** The events of one service that wait for a person, in the order in which they were held. */
export function HeldList({ service }: { service: Service }): ReactNode {
  const { t } = useTranslation(['administration', 'common']);
  const pages = useInfiniteQuery(heldPages(service));
  const events = (pages.data?.pages ?? []).flatMap((page) => page.items);
  const [looked, setLooked] = useState<HeldEvent | null>(null);
  return (
    <>
      {pages.error ? <Failure error={pages.error} onRetry={() => void pages.refetch()} /> : null}
      {events.length > 0 ? (
        <Table highlightOnHover aria-label={t('held.listOf', { service: t(`held.services.${service}`) })}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('held.event')}</Table.Th>
              <Table.Th visibleFrom="sm">{t('held.reason')}</Table.Th>
              <Table.Th visibleFrom="sm">{t('held.since')}</Table.Th>
              <Table.Th>
                <span className="visually-hidden">{t('lists.actions')}</span>
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {events.map((event) => (
              <Line key={event.id} event={event} onLook={() => setLooked(event)} />
            ))}
          </Table.Tbody>
        </Table>
      ) : null}
      <MorePages pages={pages} />
      {looked ? (
        <HeldDialog
          service={service}
          event={events.find(({ id }) => id === looked.id) ?? looked}
          onDone={() => setLooked(null)}
        />
      ) : null}
    </>
  );
}

function Line({ event, onLook }: { event: HeldEvent; onLook: () => void }): ReactNode {
  const { t } = useTranslation('administration');
  const type = useWhatHappened()(event);
  const since = useRelative(event.parkedAt);
  return (
    <Table.Tr>
      <Table.Td style={{ overflowWrap: 'anywhere' }}>
        <Text size="sm" fw={600}>
          {type}
        </Text>
        <Badge color="red" variant="outline" radius="sm" tt="none">
          {t(`held.states.${event.state}`)}
        </Badge>
        <Text size="sm" hiddenFrom="sm">
          <span lang="en">{event.reason}</span> · {since}
        </Text>
      </Table.Td>
      <Table.Td visibleFrom="sm" style={{ overflowWrap: 'anywhere' }}>
        <Text size="sm" lang="en" lineClamp={2}>
          {event.reason}
        </Text>
      </Table.Td>
      <Table.Td visibleFrom="sm" style={{ whiteSpace: 'nowrap' }}>
        {since}
      </Table.Td>
      <Table.Td ta="end">
        <Button size="compact-sm" variant="subtle" aria-label={t('held.lookAt', { type, id: event.id })} onClick={onLook}>
          {t('held.look')}
        </Button>
      </Table.Td>
    </Table.Tr>
  );
}
