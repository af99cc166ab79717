import { Button } from '@mantine/core';
import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty, Failure, Loading } from './notices';

type Pages = Pick<UseInfiniteQueryResult, 'error' | 'isPending' | 'data' | 'refetch'>;

interface StateOfPagesProps {
  pages: Pages;
  /** How many lines have come so far. */
  lines: number;
  /** What is said when there are none. */
  none?: ReactNode;
}

/** Above the lines of a list: what went wrong, that they are coming, or that there are none. */
export function StateOfPages({ pages, lines, none = <Empty /> }: StateOfPagesProps): ReactNode {
  return (
    <>
      {pages.error ? <Failure error={pages.error} onRetry={() => void pages.refetch()} /> : null}
      {pages.isPending ? <Loading /> : null}
      {pages.data && lines === 0 ? none : null}
    </>
  );
}

/** Below the lines of a list: the next page, while there is one. */
export function MorePages({
  pages,
}: {
  pages: Pick<UseInfiniteQueryResult, 'hasNextPage' | 'isFetchingNextPage' | 'fetchNextPage'>;
}): ReactNode {
  const { t } = useTranslation();
  return pages.hasNextPage ? (
    <Button variant="default" loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
      {t('more')}
    </Button>
  ) : null;
}
