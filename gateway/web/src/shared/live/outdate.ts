import type { InfiniteData, Query, QueryClient, QueryKey } from '@tanstack/react-query';

/** A list of more pages than this is read again as a whole only now and then. */
const MANY_PAGES = 5;

/** How long what changes meanwhile is gathered for such a list, in milliseconds. */
export const GATHERING = 20_000;

/**
 * Has what an event makes out of date read again: at once, but for lists of which somebody has gone through many pages. Each
 * reading of those is as many requests, and where much happens they would do nothing else.
 */
export function outdating(queries: QueryClient): { outdate: (queryKey: QueryKey) => void; stop: () => void } {
  const gathered = new Map<string, ReturnType<typeof setTimeout>>();
  return {
    outdate: (queryKey) => {
      void queries.invalidateQueries({ queryKey, predicate: (query) => !isLong(query) });
      for (const query of queries.getQueryCache().findAll({ queryKey, predicate: isLong })) {
        query.invalidate();
        if (!gathered.has(query.queryHash)) {
          const read = (): void => {
            gathered.delete(query.queryHash);
            void queries.refetchQueries({ queryKey: query.queryKey, exact: true, type: 'active' }, { cancelRefetch: false });
          };
          gathered.set(query.queryHash, setTimeout(read, GATHERING));
        }
      }
    },
    stop: () => gathered.forEach(clearTimeout),
  };
}

function isLong({ state }: Query): boolean {
  const { pages } = (state.data ?? {}) as Partial<InfiniteData<unknown>>;
  return Array.isArray(pages) && pages.length > MANY_PAGES;
}
