import '@/shared/ui/all-styles';
import '@/shared/ui/dates-styles.css';
import { Anchor, Group, Select, Table, Text } from '@mantine/core';
import { infiniteQueryOptions, keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, data } from '@/shared/api/client';
import { statusesQuery } from '@/shared/api/lists';
import { userChoicesQuery } from '@/shared/api/people';
import type { components, operations } from '@/shared/api/schema';
import { dateTime, endOfDay, startOfDay } from '@/shared/time/time';
import { PeriodField } from '@/shared/ui/date-fields';
import { Page } from '@/shared/ui/page';
import { MorePages, StateOfPages } from '@/shared/ui/paged';

type Entry = components['schemas']['AuditView'];
type Kind = Entry['kind'];
type AuditFilter = Omit<NonNullable<operations['readAudit']['parameters']['query']>, 'cursor'>;

const KINDS: Kind[] = [
  'INTERVENTION',
  'COMMENT',
  'ATTACHMENT',
  'USER',
  'CLIENT',
  'SITE',
  'PARTNER',
  'LIST',
];

/** Of thousands of names, how many stand in a choice until somebody types. */
const SHOWN_AT_ONCE = 100;

function auditPages(filter: AuditFilter) {
  return infiniteQueryOptions({
    queryKey: ['audit', filter],
    queryFn: async ({ pageParam, signal }) =>
      data(await api.GET('/api/v1/audit', { params: { query: { limit: 50, ...filter, ...(pageParam ? { cursor: pageParam } : {}) } }, signal })),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor ?? null,
    placeholderData: keepPreviousData,
  });
}

/** Who changed what, the latest first. */
export function AuditPage(): ReactNode {
  const { t } = useTranslation(['administration', 'common']);
  const [kind, setKind] = useState<Kind | null>(null);
  const [actor, setActor] = useState<string | null>(null);
  const [days, setDays] = useState<[string | null, string | null]>([null, null]);
  const staff = useQuery(userChoicesQuery).data ?? [];
  const [from, to] = days;
  const pages = useInfiniteQuery(
    auditPages({
      ...(kind ? { kind } : {}),
      ...(actor ? { actorId: actor } : {}),
      ...(from ? { from: startOfDay(from) } : {}),
      ...(to ? { to: endOfDay(to) } : {}),
    }),
  );
  const entries = (pages.data?.pages ?? []).flatMap((page) => page.items);
  return (
    <Page title={t('audit.title')}>
      <Text size="sm">{t('audit.hint')}</Text>
      <Group gap="sm" role="search" aria-label={t('audit.search')}>
        <Select
          aria-label={t('audit.kind')}
          placeholder={t('audit.kind')}
          clearable
          data={KINDS.map((value) => ({ value, label: t(`audit.kinds.${value}`) }))}
          value={kind}
          onChange={(value) => setKind(value)}
        />
        <Select
          aria-label={t('audit.actor')}
          placeholder={t('audit.actor')}
          clearable
          searchable
          limit={SHOWN_AT_ONCE}
          data={staff.map((person) => ({ value: person.id, label: person.displayName }))}
          value={actor}
          onChange={setActor}
        />
        <PeriodField
          aria-label={t('audit.period')}
          placeholder={t('audit.period')}
          clearable
          allowSingleDateInRange
          valueFormat="D MMM"
          miw={200}
          value={days}
          onChange={setDays}
        />
      </Group>
      <StateOfPages pages={pages} lines={entries.length} />
      {entries.length > 0 ? (
        <Table highlightOnHover aria-label={t('audit.title')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th visibleFrom="sm">{t('audit.when')}</Table.Th>
              <Table.Th>{t('audit.what')}</Table.Th>
              <Table.Th visibleFrom="sm">{t('audit.who')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {entries.map((entry) => (
              <Line key={entry.id} entry={entry} />
            ))}
          </Table.Tbody>
        </Table>
      ) : null}
      <MorePages pages={pages} />
    </Page>
  );
}

function Line({ entry }: { entry: Entry }): ReactNode {
  const { t } = useTranslation(['administration', 'common']);
  const who = entry.actorName ?? t(entry.actorId ? 'audit.gone' : 'audit.system');
  const when = dateTime(entry.at);
  const words = useWords();
  return (
    <Table.Tr>
      <Table.Td visibleFrom="sm" style={{ whiteSpace: 'nowrap' }}>
        {when}
      </Table.Td>
      <Table.Td>
        <Text size="sm" fw={600}>
          {t(`audit.types.${entry.type as 'user.created'}`)}
        </Text>
        <Text size="sm">
          <Subject entry={entry} />
          {entry.detail ? ` · ${inWords(entry.detail, words)}` : ''}
        </Text>
        <Text size="sm" hiddenFrom="sm" c="dimmed">
          {who} · {when}
        </Text>
      </Table.Td>
      <Table.Td visibleFrom="sm">{who}</Table.Td>
    </Table.Tr>
  );
}

/** Codes of the API as people know them. */
function useWords(): ReadonlyMap<string, string> {
  const { t } = useTranslation('administration');
  const statuses = useQuery(statusesQuery).data;
  return useMemo(
    () =>
      new Map([
        ...Object.entries(t('audit.words', { returnObjects: true })),
        ...(statuses ?? []).map(({ code, label }) => [code, label] as const),
      ]),
    [t, statuses],
  );
}

function inWords(detail: string, words: ReadonlyMap<string, string>): string {
  return detail.replace(/\w+/g, (code) => words.get(code) ?? code);
}

/** What it is about, with a way there where there is a screen for it. */
function Subject({ entry: { kind, label, subjectId } }: { entry: Entry }): ReactNode {
  const { t } = useTranslation('administration');
  const name = label ?? t(`audit.kinds.${kind}`);
  if (kind === 'INTERVENTION') {
    return (
      <Anchor inherit underline="always" renderRoot={(props) => <Link {...props} to="/interventions/$id" params={{ id: subjectId }} />}>
        {name}
      </Anchor>
    );
  }
  if (kind === 'CLIENT') {
    return (
      <Anchor inherit underline="always" renderRoot={(props) => <Link {...props} to="/clients/$id" params={{ id: subjectId }} />}>
        {name}
      </Anchor>
    );
  }
  if (kind === 'PARTNER') {
    return (
      <Anchor inherit underline="always" renderRoot={(props) => <Link {...props} to="/administration/partners/$id" params={{ id: subjectId }} />}>
        {name}
      </Anchor>
    );
  }
  return name;
}
