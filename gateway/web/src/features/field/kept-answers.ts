import { createAsyncStoragePersister } from '@tanstack/query-async-storage-persister';
import type { QueryClient } from '@tanstack/react-query';
import { persistQueryClientRestore, persistQueryClientSubscribe } from '@tanstack/react-query-persist-client';
import Dexie, { type Table } from 'dexie';
import { keys } from '@/shared/api/keys';

const WEEK = 7 * 24 * 60 * 60_000;

/** What has to be read where there is no network; `kept-shape.ts` knows from which routes it comes. */
const KEPT = [keys.me, keys.interventions, keys.threads, keys.lists];

class AnswerDatabase extends Dexie {
  readonly answers!: Table<{ key: string; value: string }, string>;

  constructor() {
    super('accord-answers');
    this.version(1).stores({ answers: 'key' });
  }
}

const database = new AnswerDatabase();

const persister = createAsyncStoragePersister({
  storage: {
    getItem: async (key) => (await database.answers.get(key))?.value ?? null,
    setItem: (key, value) => database.answers.put({ key, value }),
    removeItem: (key) => database.answers.delete(key),
  },
  key: 'queries',
});

function options(queryClient: QueryClient) {
  for (const queryKey of KEPT) {
    queryClient.setQueryDefaults(queryKey, { gcTime: WEEK });
  }
  return {
    queryClient,
    persister,
    maxAge: WEEK,
    // What has another shape cannot be read; another build alone is no reason to empty a device that may be without network.
    buster: __KEPT_SHAPE__,
    dehydrateOptions: {
      shouldDehydrateQuery: (query: { queryKey: readonly unknown[]; state: { status: string } }) =>
        query.state.status === 'success' && KEPT.some(([first]) => query.queryKey[0] === first),
    },
  };
}

/** Reads back what this device knew. */
export function restoreAnswers(queries: QueryClient): Promise<void> {
  return persistQueryClientRestore(options(queries));
}

/** Keeps what is read from now on; calling the answer ends it. */
export function keepAnswers(queries: QueryClient): () => void {
  return persistQueryClientSubscribe(options(queries));
}
