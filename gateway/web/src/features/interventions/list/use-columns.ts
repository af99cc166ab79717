import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useProblemText } from '@/shared/api/refused';
import { savedViewsQuery, useSaveViews } from '@/shared/api/views';
import { type ColumnName, SHOWN_AT_FIRST } from './columns';
import type { Filter } from './filter';
import { chosenColumns, inOrder, withColumns } from './kept-views';

/** Which columns are shown: the open view's, else those that somebody chose last; and how to choose others, for good. */
export function useColumns({ columns }: Filter): [ColumnName[], (names: ColumnName[]) => void] {
  const saved = useQuery(savedViewsQuery).data;
  const save = useSaveViews();
  const text = useProblemText();
  const shown = useMemo(() => inOrder(columns ?? chosenColumns(saved?.items ?? []) ?? SHOWN_AT_FIRST), [columns, saved]);
  const choose = (names: ColumnName[]): void =>
    save.mutate((all) => withColumns(all, names), {
      onError: (error) => void notifications.show({ color: 'red', message: text(error) }),
    });
  return [shown, choose];
}
