import { Group, Text } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { urgenciesQuery } from '@/shared/api/lists';
import type { Urgency } from '@/shared/api/types';
import { duration } from '@/shared/time/time';
import { UrgencyMark } from '@/shared/ui/marks';
import { newRowKey, urgencyValues, useUrgencyChange } from './list-rows';
import { ListTable } from './list-table';
import { exchanged } from './order';
import { UrgencyForm } from './urgency-form';

export function Urgencies(): ReactNode {
  const { t } = useTranslation('administration');
  const rows = useSuspenseQuery(urgenciesQuery).data;
  const change = useUrgencyChange();
  const [edited, setEdited] = useState<Urgency | 'new' | null>(null);

  const move = async (row: Urgency, by: 1 | -1): Promise<void> => {
    for (const [each, rank] of exchanged(rows, row, by, (urgency) => urgency.rank)) {
      await change.mutateAsync({ row: each, values: { ...urgencyValues(each), rank }, key: newRowKey() });
    }
  };

  return (
    <>
      <ListTable
        rows={rows}
        columns={[
          {
            name: t('lists.label'),
            cell: (row) => (
              <Group gap="xs" wrap="nowrap">
                <UrgencyMark urgency={row} />
                <Text size="sm" c="dimmed" ff="monospace">
                  {row.code}
                </Text>
              </Group>
            ),
          },
          { name: t('lists.takeOver'), cell: (row) => duration(row.takeOverMinutes) },
          { name: t('lists.resolve'), cell: (row) => duration(row.resolveMinutes) },
        ]}
        pending={change.isPending}
        error={change.error}
        onCreate={() => setEdited('new')}
        onEdit={setEdited}
        onMove={(row, by) => void move(row, by).catch(() => undefined)}
        onActive={(row, active) => change.mutate({ row, values: { ...urgencyValues(row), active }, key: newRowKey() })}
        onRemove={(row) => change.mutate({ row, key: newRowKey() })}
      />
      {edited ? (
        <UrgencyForm
          // As the list has it now: somebody else may have changed it since it was opened.
          row={edited === 'new' ? null : (rows.find(({ code }) => code === edited.code) ?? edited)}
          rows={rows}
          onDone={() => setEdited(null)}
        />
      ) : null}
    </>
  );
}
