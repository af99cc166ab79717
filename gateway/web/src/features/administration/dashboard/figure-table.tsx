import '@mantine/core/styles/ScrollArea.layer.css';
import '@mantine/core/styles/Table.layer.css';
import { Table } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface FigureTableProps {
  columns: string[];
  rows: (string | number | null)[][];
}

/** What a chart is made of, to be read one by one. */
export default function FigureTable({ columns, rows }: FigureTableProps): ReactNode {
  const { t } = useTranslation();
  return (
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
                <Table.Td key={columns[place + 1]}>{cell ?? t('none')}</Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
