import { hashKey, type InfiniteData, type QueryClient } from '@tanstack/react-query';
import { interventionQuery, threadPages } from '@/shared/api/interventions';
import { keys } from '@/shared/api/keys';
import type { ThreadEntry } from '@/shared/api/types';
import { thumbnail } from '@/shared/attachments/addresses';
import { whenIdle } from '@/shared/ui/idle';

const HOUR = 60 * 60_000;

/** What was read since the page began is told to be out of date: one job that changes is no reason to read all. Before, nobody listened. */
const staleTime = ({ state }: { state: { dataUpdatedAt: number } }): number => (state.dataUpdatedAt > performance.timeOrigin ? HOUR : 0);

/**
 * Keeps at hand what will be needed of these jobs without network: now, and again whenever it turns out to be out of date, as
 * after a word of the desk. What does not come now comes with the next look.
 *
 * @returns ends it
 */
export function fetchAhead(queries: QueryClient, jobs: string[]): () => void {
  const jobOf = new Map(jobs.flatMap((id) => [keys.intervention(id), keys.thread(id)].map((key): [string, string] => [hashKey(key), id])));
  const wanted = new Set(jobs);
  let fetching = false;
  let ended = false;

  const fetchAll = async (): Promise<void> => {
    if (fetching) {
      return;
    }
    fetching = true;
    // A set goes on to what is added to it meanwhile.
    for (const id of wanted) {
      await whenIdle();
      if (ended) {
        return;
      }
      wanted.delete(id);
      const thread = queries.infiniteQuery({ ...threadPages(id), staleTime }).then(keepPhotos);
      await Promise.allSettled([queries.query({ ...interventionQuery(id), staleTime }), thread]);
    }
    fetching = false;
  };

  const stop = queries.getQueryCache().subscribe((event) => {
    if (event.type === 'updated' && event.action.type === 'invalidate') {
      const id = jobOf.get(event.query.queryHash);
      if (id !== undefined) {
        wanted.add(id);
        void fetchAll();
      }
    }
  });
  void fetchAll();
  return () => {
    ended = true;
    stop();
  };
}

/** Asked for once, it is kept by the service worker. */
async function keepPhotos({ pages }: InfiniteData<{ items: unknown[] }>): Promise<void> {
  const entries = pages.flatMap(({ items }) => items as ThreadEntry[]);
  const photos = entries.flatMap((entry) => (entry.kind === 'ATTACHMENT' && entry.attachment ? [entry.attachment.id] : []));
  await Promise.allSettled(photos.map((id) => fetch(thumbnail(id))));
}
