import { Paper, Stack, Table, Text } from '@mantine/core';
import { useSuspenseInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { historyPages } from '@/shared/api/interventions';
import type { Revision } from '@/shared/api/types';
import { dateTime } from '@/shared/time/time';
import { MorePages } from '@/shared/ui/paged';

/** Who changed which field from what to what, when and why. */
export function HistoryList({ interventionId }: { interventionId: string }): ReactNode {
  const { t } = useTranslation(['interventions', 'common']);
  const pages = useSuspenseInfiniteQuery(historyPages(interventionId));
  const revisions = pages.data.pages.flatMap((page) => page.items);
  return (
    <Stack component="ol" gap="sm" p={0} m={0} style={{ listStyle: 'none' }} aria-label={t('history.title')}>
      {revisions.map((revision) => (
        <li key={revision.version}>
          <Version revision={revision} />
        </li>
      ))}
      <MorePages pages={pages} />
    </Stack>
  );
}

function Version({ revision }: { revision: Revision }): ReactNode {
  const { t } = useTranslation(['interventions', 'common']);
  const later = Date.parse(revision.at) - Date.parse(revision.occurredAt) > 60_000;
  return (
    <Paper withBorder p="sm">
      <Text size="sm" fw={600}>
        {dateTime(revision.at)}
        {' · '}
        {t('history.by', { name: revision.actorName ?? '?', role: t(`common:role.${revision.actorRole}`) })}
      </Text>
      {later ? <Text size="sm">{t('history.occurred', { when: dateTime(revision.occurredAt) })}</Text> : null}
      {revision.reason ? <Text size="sm">{t('detail.statusBecause', { reason: revision.reason })}</Text> : null}
      <Table.ScrollContainer minWidth={0}>
        <Table withRowBorders={false} verticalSpacing={2} fz="sm">
          <Table.Tbody>
            {revision.changes.map((change) => (
              <Table.Tr key={change.field}>
                <Table.Th scope="row" w="35%">
                  {t(`history.fields.${change.field}` as 'history.fields.title', { defaultValue: change.field })}
                </Table.Th>
                <Table.Td>
                  <Text span size="sm" td="line-through" c="dimmed">
                    {shown(change.from, change.fromLabel)}
                  </Text>{' '}
                  <Text span size="sm">
                    {shown(change.to, change.toLabel)}
                  </Text>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Paper>
  );
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;

function shown(value: string | null | undefined, label: string | null | undefined): string {
  if (label || !value) {
    return label ?? '';
  }
  return INSTANT.test(value) ? dateTime(value) : value;
}
