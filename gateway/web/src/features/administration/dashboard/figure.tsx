import { Paper, Text, Title } from '@mantine/core';
import { lazy, type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Part } from '@/shared/ui/part';

const FigureTable = lazy(() => import('./figure-table'));

interface FigureProps {
  title: string;
  columns: string[];
  rows: (string | number | null)[][];
  children: ReactNode;
}

/** A chart, and the same figures to be read one by one: whoever does not open them does not load what shows them. */
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
          <Part fallback={null}>
            <FigureTable columns={columns} rows={rows} />
          </Part>
        ) : null}
      </details>
    </Paper>
  );
}
