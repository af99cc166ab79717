import { Paper, Table, Text, Title } from '@mantine/core';
import { type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';

interface FigureProps {
  title: string;
  columns: string[];
  rows: (string | number | null)[][];
  children: ReactNode;
}

/** A chart, and the same figures to be read one by one. */
export function Figure({ title, columns, rows, children }: FigureProps): ReactNode {
  const { t } = useTranslation(['administration', 'common']);
  const id = useId();
  const [opened, setOpened] = useState(false);
  return (
    <Paper withBorder p="md" component="section" aria-labelledby={id}>
      <Title order={2} size="h5" id={id} mb="sm">
        {title}
      </Title>
      {rows.length === 0 ? <Text c="dimmed">{t('common:noneFound')}</Text> : <div aria-hidden>{children}</div>}
      <details onToggle={({ currentTarget }) => setOpened(currentTarget.open)}>
        <summary>{t('dashboard.figures')}</summary>
        {opened ? (
          <Table.ScrollContainer minWidth={0}>
            <Table fz="sm">
              <Table.Thead>
                <Table.Tr>
                  {columns.map((column) => (
                    <Table.Th key={column}>{column}</Table.Th>
                  ))}
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {rows.map(([first, ...cells]) => (
                  <Table.Tr key={first}>
                    <Table.Th scope="row">{first}</Table.Th>
                    {cells.map((cell, place) => (
                      <Table.Td key={columns[place + 1]}>{cell ?? t('common:none')}</Table.Td>
                    ))}
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        ) : null}
      </details>
    </Paper>
  );
}
