import { Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListedIntervention } from '@/shared/api/types';
import { StatusMark, UrgencyMark } from '@/shared/ui/marks';
import type { Column } from './columns';
import classes from './intervention-table.module.css';

const ROW = 44;

interface InterventionTableProps {
  lines: ListedIntervention[];
  columns: Column[];
  loading: boolean;
  onEnd: () => void;
}

/** Ten thousand lines, of which only those in sight exist; arrows and j, k move, Enter opens. */
export function InterventionTable({ lines, columns, loading, onEnd }: InterventionTableProps): ReactNode {
  const { t } = useTranslation(['interventions', 'common']);
  const frame = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: lines.length,
    getScrollElement: () => frame.current,
    estimateSize: () => ROW,
    overscan: 12,
  });
  const items = rows.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;

  useEffect(() => {
    if (last >= lines.length - 15) {
      onEnd();
    }
  }, [last, lines.length, onEnd]);

  const move = (event: KeyboardEvent<HTMLDivElement>): void => {
    const step = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }[event.key];
    const current = Number((document.activeElement as HTMLElement | null)?.closest<HTMLElement>('[data-line]')?.dataset['line'] ?? -1);
    if (step) {
      event.preventDefault();
      const next = Math.min(Math.max(current + step, 0), lines.length - 1);
      rows.scrollToIndex(next);
      requestAnimationFrame(() => frame.current?.querySelector<HTMLElement>(`[data-line="${next}"] a`)?.focus());
    }
  };

  const width = columns.reduce((sum, column) => sum + column.width, 0);
  return (
    // The table takes arrow keys for all its lines at once.
    // eslint-disable-next-line jsx-a11y-x/no-static-element-interactions
    <div className={classes.frame} ref={frame} onKeyDown={move}>
      <div role="table" aria-label={t('list.table')} aria-rowcount={-1} aria-colcount={columns.length} style={{ minWidth: width }}>
        <div role="rowgroup" className={classes.head}>
          <div role="row" className={classes.row}>
            {columns.map((column) => (
              <div key={column.name} role="columnheader" style={{ flexBasis: column.width }}>
                {t(`fields.${column.name}`)}
              </div>
            ))}
          </div>
        </div>
        <div role="rowgroup" style={{ height: rows.getTotalSize(), position: 'relative' }}>
          {items.map(({ index, start }) => {
            const line = lines[index];
            return line ? (
              <div
                key={line.id}
                role="row"
                aria-rowindex={index + 2}
                data-line={index}
                data-overdue={line.overdue || undefined}
                className={classes.row}
                style={{ transform: `translateY(${start}px)`, position: 'absolute', insetInline: 0, height: ROW }}
              >
                {columns.map((column) => (
                  <div key={column.name} role="cell" className={classes.cell} style={{ flexBasis: column.width }}>
                    <Cell column={column} line={line} />
                  </div>
                ))}
              </div>
            ) : null;
          })}
        </div>
      </div>
      <Text size="xs" c="dimmed" p="xs" role="status">
        {loading ? t('common:loading') : t('list.loaded', { count: lines.length })}
      </Text>
    </div>
  );
}

function Cell({ column, line }: { column: Column; line: ListedIntervention }): ReactNode {
  switch (column.name) {
    case 'title':
      return (
        <Link to="/interventions/$id" params={{ id: line.id }} className={classes.link}>
          {line.title}
        </Link>
      );
    case 'status':
      return <StatusMark status={line.status} />;
    case 'urgency':
      return <UrgencyMark urgency={line.urgency} />;
    default:
      return column.text(line);
  }
}
