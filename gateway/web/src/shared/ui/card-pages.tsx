import { useInfiniteQuery } from '@tanstack/react-query';
import { type ReactNode, useDeferredValue, useMemo } from 'react';
import { interventionPages, type ListFilter } from '@/shared/api/interventions';
import { CardList } from './card-list';
import { Empty, Failure, Loading } from './notices';

/** All pages of a list as cards, one page after the other. */
export function CardPages({ label, filter, none }: { label: string; filter: ListFilter; none: string }): ReactNode {
  const pages = useInfiniteQuery(interventionPages(filter));
  const data = useDeferredValue(pages.data);
  const lines = useMemo(() => (data?.pages ?? []).flatMap((page) => page.items), [data]);
  return (
    <>
      {pages.error ? <Failure error={pages.error} onRetry={() => void pages.refetch()} /> : null}
      {!data && !pages.error ? <Loading /> : null}
      {data && lines.length === 0 ? <Empty>{none}</Empty> : null}
      {lines.length > 0 ? (
        <CardList
          label={label}
          lines={lines}
          more={pages.hasNextPage}
          loading={pages.isFetchingNextPage}
          onMore={() => void pages.fetchNextPage()}
        />
      ) : null}
    </>
  );
}
