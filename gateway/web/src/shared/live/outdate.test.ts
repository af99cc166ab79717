import { InfiniteQueryObserver, QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { GATHERING, outdating } from './outdate';

const LIST = ['interventions', 'list'];

beforeEach(() => void vi.useFakeTimers());

afterEach(() => void vi.useRealTimers());

/** Somebody who has gone through so many pages of a list, and what is asked for from then on. */
async function reader(queries: QueryClient, pages: number) {
  const read = vi.fn(({ pageParam }: { pageParam: number }) => Promise.resolve(pageParam));
  const observer = new InfiniteQueryObserver(queries, {
    queryKey: [...LIST, pages],
    queryFn: read,
    initialPageParam: 1,
    getNextPageParam: (last: number) => last + 1,
    staleTime: Infinity,
  });
  const leave = observer.subscribe(() => undefined);
  for (let page = 1; page <= pages; page++) {
    await vi.waitFor(() => expect(observer.getCurrentResult().isFetching).toBe(false), { timeout: 5000 });
    if (page > 1) {
      await observer.fetchNextPage();
    }
  }
  read.mockClear();
  return { read, leave };
}

test('a list of few pages is read again with each event, a long one once for all that happened in a while', async () => {
  const queries = new QueryClient();
  const short = await reader(queries, 2);
  const long = await reader(queries, 8);
  const { outdate, stop } = outdating(queries);

  for (let event = 0; event < 10; event++) {
    outdate(LIST);
    await vi.advanceTimersByTimeAsync(100);
  }
  expect(short.read).toHaveBeenCalledTimes(20);
  expect(long.read).not.toHaveBeenCalled();

  await vi.advanceTimersByTimeAsync(GATHERING);
  expect(long.read).toHaveBeenCalledTimes(8);

  outdate(LIST);
  await vi.advanceTimersByTimeAsync(GATHERING);
  expect(long.read).toHaveBeenCalledTimes(16);
  [short, long].forEach(({ leave }) => leave());
  stop();
});
