import { Table } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '@/shared/i18n';
import { type ImportError, titleOf } from './table';

/** What is wrong with a table, line by line, in the reader's words. */
export function Mistakes({ errors }: { errors: ImportError[] }): ReactNode {
  const { t } = useTranslation('imports');
  const words = useMistakeWords();
  return (
    <Table.ScrollContainer minWidth={0} mah={280}>
      <Table fz="sm" aria-label={t('errors')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('line')}</Table.Th>
            <Table.Th>{t('column')}</Table.Th>
            <Table.Th>{t('detail')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {errors.map((error) => (
            <Table.Tr key={`${error.line} ${error.column ?? ''} ${error.code}`}>
              <Table.Td>{error.line}</Table.Td>
              <Table.Td>{error.column ? titleOf(error.column, currentLanguage()) : null}</Table.Td>
              <Table.Td>{words(error)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

/** By its code, and where a value is not possible by its column: never by what the server writes. */
export function useMistakeWords(): (error: ImportError) => string {
  const { t } = useTranslation('imports');
  return ({ code, column, otherLine }) => {
    const general = t(`mistake.${code}` as 'mistake.VALUE_IMPOSSIBLE', { otherLine, defaultValue: t('mistake.VALUE_IMPOSSIBLE') });
    return code === 'VALUE_IMPOSSIBLE' && column ? t(`possible.${column}` as 'possible.name', { defaultValue: general }) : general;
  };
}
