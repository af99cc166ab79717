import { ColorSwatch, Flex, Group, Text } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { statusesQuery } from '@/shared/api/lists';
import type { Status } from '@/shared/api/types';
import { Faults } from '../faults';
import { newRowKey, statusValues, useStatusChange } from './list-rows';
import { ListTable } from './list-table';
import { exchanged } from './order';
import { StatusForm } from './status-form';

export function Statuses(): ReactNode {
  const { t, i18n } = useTranslation(['administration', 'common']);
  const rows = useSuspenseQuery(statusesQuery).data;
  const change = useStatusChange();
  const [edited, setEdited] = useState<Status | 'new' | null>(null);

  const move = async (row: Status, by: 1 | -1): Promise<void> => {
    for (const [each, position] of exchanged(rows, row, by, (status) => status.position)) {
      await change.mutateAsync({ row: each, values: { ...statusValues(each), position }, key: newRowKey() });
    }
  };

  return (
    <>
      <Faults error={change.error} statuses={rows} />
      <ListTable
        rows={rows}
        columns={[
          {
            name: t('lists.label'),
            cell: (row) => (
              <Group gap="xs" wrap="nowrap">
                <ColorSwatch color={row.color} size={14} aria-hidden />
                <Flex direction={{ base: 'column', md: 'row' }} columnGap="xs" align="baseline">
                  <Text fw={600}>{row.label}</Text>
                  <Text size="sm" c="dimmed" ff="monospace">
                    {row.code}
                  </Text>
                </Flex>
              </Group>
            ),
          },
          { name: t('lists.category'), cell: (row) => t(`common:category.${row.category}`) },
          { name: t('lists.clock'), cell: (row) => t(`clocks.${row.clock}`) },
          { name: t('lists.clientReads'), cell: (row) => (i18n.language === 'fr' ? row.clientLabelFr : row.clientLabelEn) },
        ]}
        pending={change.isPending}
        error={change.error}
        onCreate={() => setEdited('new')}
        onEdit={setEdited}
        onMove={(row, by) => void move(row, by).catch(() => undefined)}
        onActive={(row, active) => change.mutate({ row, values: { ...statusValues(row), active }, key: newRowKey() })}
        onRemove={(row) => change.mutate({ row, key: newRowKey() })}
      />
      {edited ? (
        <StatusForm
          // As the list has it now: somebody else may have changed it since it was opened.
          row={edited === 'new' ? null : (rows.find(({ code }) => code === edited.code) ?? edited)}
          rows={rows}
          onDone={() => setEdited(null)}
        />
      ) : null}
    </>
  );
}
