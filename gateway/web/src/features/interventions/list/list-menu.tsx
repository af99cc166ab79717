import { Button, Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconColumns, IconDownload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListFilter } from '@/shared/api/interventions';
import { useProblemText } from '@/shared/api/refused';
import { paris } from '@/shared/time/time';
import { saveFile } from '@/shared/ui/save-file';
import { COLUMNS, type Column, type ColumnName } from './columns';
import { allLines, csv, MOST_LINES } from './export';

interface ListMenuProps {
  filter: ListFilter;
  columns: Column[];
  shown: ColumnName[];
  onShown: (names: ColumnName[]) => void;
}

/** Which columns, and the list as a file. */
export function ListMenu({ filter, columns, shown, onShown }: ListMenuProps): ReactNode {
  const { t } = useTranslation('interventions');
  const text = useProblemText();
  const id = 'export';
  const file = useMutation({
    mutationFn: async () => {
      notifications.show({ id, loading: true, autoClose: false, message: t('list.exporting', { count: 0 }) });
      const lines = await allLines(filter, (count) => notifications.update({ id, loading: true, message: t('list.exporting', { count }) }));
      const content = csv(columns, (heading) => t(`fields.${heading}`), lines);
      saveFile(`interventions-${paris().format('YYYY-MM-DD')}.csv`, new Blob([content], { type: 'text/csv;charset=utf-8' }));
      return lines.length;
    },
    onSuccess: (count) =>
      notifications.update({
        id,
        loading: false,
        autoClose: 5000,
        message: t(count === MOST_LINES ? 'list.exportStopped' : 'list.exported', { count }),
      }),
    onError: (error) => notifications.update({ id, loading: false, autoClose: 8000, color: 'red', message: text(error) }),
  });
  return (
    <>
      <Menu>
        <Menu.Target>
          <Button variant="default" visibleFrom="sm" leftSection={<IconColumns size={18} aria-hidden />}>
            {t('list.columns')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {COLUMNS.map((column) => (
            <Menu.CheckboxItem
              key={column.name}
              checked={shown.includes(column.name)}
              disabled={column.name === 'title'}
              onChange={(checked) => onShown(checked ? [...shown, column.name] : shown.filter((name) => name !== column.name))}
            >
              {t(`fields.${column.name}`)}
            </Menu.CheckboxItem>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Button variant="default" leftSection={<IconDownload size={18} aria-hidden />} loading={file.isPending} onClick={() => file.mutate()}>
        {t('list.export')}
      </Button>
    </>
  );
}
