import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, data, etag } from './client';
import type { SavedView } from './types';

interface Versioned {
  items: SavedView[];
  version: number;
}

const KEY = ['views'] as const;

function versioned(result: { data?: { items: SavedView[] }; response: Response }): Versioned {
  return { items: data(result).items, version: Number.parseInt(result.response.headers.get('ETag')?.replaceAll(/\D/g, '') ?? '0', 10) };
}

export const savedViewsQuery = queryOptions({
  queryKey: KEY,
  queryFn: async () => versioned(await api.GET('/api/v1/me/views')),
  staleTime: 60_000,
});

/** Changes what is saved now, also when another device has changed it meanwhile. */
export function useSaveViews() {
  const queries = useQueryClient();
  return useMutation({
    // One after the other: each begins with what the one before has saved.
    mutationKey: KEY,
    scope: { id: 'views' },
    mutationFn: async (change: (views: SavedView[]) => SavedView[]) => {
      const now = versioned(await api.GET('/api/v1/me/views'));
      return versioned(
        await api.PUT('/api/v1/me/views', { params: { header: etag(now.version) }, body: { items: change(now.items) } }),
      );
    },
    onMutate: async (change) => {
      await queries.cancelQueries({ queryKey: KEY });
      queries.setQueryData<Versioned>(KEY, (known) => known && { ...known, items: change(known.items) });
    },
    onSettled: () => (queries.isMutating({ mutationKey: KEY }) > 1 ? undefined : queries.invalidateQueries({ queryKey: KEY })),
  });
}
