import { Text } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { Link } from '@tanstack/react-router';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type FocusEvent, type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListedIntervention } from '@/shared/api/types';
import { StatusMark, UrgencyMark } from '@/shared/ui/marks';
import { isSingleKey } from '@/shared/ui/single-keys';
import type { Column } from './columns';
import classes from './intervention-table.module.css';

const ROW = 44;

interface InterventionTableProps {
  lines: ListedIntervention[];
  columns: Column[];
  loading: boolean;
  onEnd: () => void;
}

/** Ten thousand lines, of which only those in sight exist; j and k move from anywhere, arrows within, Enter opens. */
export function InterventionTable({ lines, columns, loading, onEnd }: InterventionTableProps): ReactNode {
  const { t } = useTranslation(['interventions', 'common']);
  const frame = useRef<HTMLDivElement>(null);
  const current = useRef(-1);
  const wanted = useRef(-1);
  const rows = useVirtualizer({
    count: lines.length,
    getScrollElement: () => frame.current,
    estimateSize: () => ROW,
    overscan: 12,
    // The head stands above the first line, and stays over those that pass beneath it.
    scrollMargin: ROW,
    scrollPaddingStart: ROW,
  });
  const items = rows.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;

  useEffect(() => {
    if (last >= lines.length - 15) {
      onEnd();
    }
  }, [last, lines.length, onEnd]);

  const reach = (): void => {
    const link = frame.current?.querySelector<HTMLElement>(`[data-line="${wanted.current}"] a`);
    if (link) {
      wanted.current = -1;
      link.focus({ preventScroll: true });
    }
  };
  // A line that has to be scrolled to is there a moment later.
  useEffect(reach);

  const move = (by: number): void => {
    wanted.current = Math.min(Math.max(current.current + by, 0), lines.length - 1);
    current.current = wanted.current;
    rows.scrollToIndex(wanted.current);
    reach();
  };
  const moveFromAnywhere = (by: number) => (event: globalThis.KeyboardEvent) => {
    if (isSingleKey(event)) {
      move(by);
    }
  };
  useHotkeys([
    ['j', moveFromAnywhere(1)],
    ['k', moveFromAnywhere(-1)],
  ]);

  const press = (event: KeyboardEvent<HTMLDivElement>): void => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by) {
      event.preventDefault();
      move(by);
    }
  };
  const remember = (event: FocusEvent<HTMLDivElement>): void => {
    current.current = Number(event.target.closest<HTMLElement>('[data-line]')?.dataset['line'] ?? current.current);
  };

  const width = columns.reduce((sum, column) => sum + column.width, 0);
  return (
    // The table takes arrow keys for all its lines at once.
    // eslint-disable-next-line jsx-a11y-x/no-static-element-interactions
    <div className={classes.frame} ref={frame} onKeyDown={press} onFocus={remember}>
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
                style={{ transform: `translateY(${start - ROW}px)`, position: 'absolute', insetInline: 0, height: ROW }}
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
