import type { InfiniteData, QueryClient, QueryKey } from '@tanstack/react-query';
import { keys } from '@/shared/api/keys';
import { isProblem } from '@/shared/api/problem';
import type { ThreadEntry } from '@/shared/api/types';
import { forgetPhotos } from '@/shared/session/photos';

const [INTERVENTIONS, ONE] = keys.intervention('');

/**
 * Whoever may not see an intervention any longer does not see it a moment longer, nor find it kept on their device. What they
 * did and the API does not have yet is kept elsewhere, and stays.
 */
export function forgetIntervention(queries: QueryClient, id: string): void {
  forgetAround(queries, id);
  // Asked for anew, without what was known: the screen waits for the answer, and no longer offers what was.
  void queries.resetQueries({ queryKey: keys.intervention(id) });
}

/** Who hears of an intervention sees it: if it was not found before, that is no longer so. */
export function askAgainForIntervention(queries: QueryClient, id: string): void {
  void queries.resetQueries({
    queryKey: keys.intervention(id),
    predicate: ({ state }) => state.status === 'error' && state.data === undefined,
  });
}

/** Nobody may have been there to hear that it is gone: an answer that it does not exist says the same. */
export function forgetWhatIsNotFound(queries: QueryClient): () => void {
  return queries.getQueryCache().subscribe((event) => {
    if (event.type === 'updated' && event.action.type === 'error' && isProblem(event.action.error, 'not-found')) {
      const id = interventionOf(event.query.queryKey as QueryKey);
      if (id !== undefined && event.query.state.data !== undefined) {
        forgetAround(queries, id);
        event.query.setState({ data: undefined, dataUpdatedAt: 0 });
      }
    }
  });
}

function interventionOf([kind, what, id]: QueryKey): string | undefined {
  return kind === INTERVENTIONS && what === ONE ? (id as string) : undefined;
}

function forgetAround(queries: QueryClient, id: string): void {
  const thread = queries.getQueryData<InfiniteData<{ items: ThreadEntry[] }>>(keys.thread(id));
  const entries = thread?.pages.flatMap(({ items }) => items) ?? [];
  const photos = entries.flatMap((entry) => (entry.kind === 'ATTACHMENT' && entry.attachment ? [entry.attachment.id] : []));
  void forgetPhotos(photos);
  queries.removeQueries({ queryKey: keys.thread(id) });
  queries.removeQueries({ queryKey: keys.history(id) });
}
