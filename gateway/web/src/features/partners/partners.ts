import { infiniteQueryOptions, keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, data, etag } from '@/shared/api/client';
import { keys } from '@/shared/api/keys';
import type { components, operations } from '@/shared/api/schema';
import type { Partner } from '@/shared/api/types';

export type PartnerFilter = Omit<NonNullable<operations['listPartners']['parameters']['query']>, 'cursor'>;
export type PartnerPatch = components['schemas']['PartnerPatch'];

export function partnerPages(filter: PartnerFilter) {
  return infiniteQueryOptions({
    queryKey: keys.partnerList(filter),
    queryFn: async ({ pageParam, signal }) =>
      data(
        await api.GET('/api/v1/partners', {
          params: { query: { limit: 50, ...filter, ...(pageParam ? { cursor: pageParam } : {}) } },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor ?? null,
    placeholderData: keepPreviousData,
  });
}

export function partnerQuery(id: string) {
  return queryOptions({
    queryKey: keys.partner(id),
    queryFn: async () => data(await api.GET('/api/v1/partners/{id}', { params: { path: { id } } })),
  });
}

/** How often it is looked at again, in milliseconds: it goes on without anybody here. */
const LOOK_AGAIN = 30_000;

export function activityQuery(id: string) {
  return queryOptions({
    queryKey: [...keys.partner(id), 'activity'],
    queryFn: async () => data(await api.GET('/api/v1/partners/{id}/activity', { params: { path: { id } } })),
    refetchInterval: LOOK_AGAIN,
  });
}

/** Changes, suspends or resumes a partner; refused or not, the screen shows what it is now. */
export function usePartnerChange({ id, version }: Pick<Partner, 'id' | 'version'>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (patch: PartnerPatch) =>
      data(
        await api.PATCH('/api/v1/partners/{id}', {
          params: { path: { id }, header: etag(version) },
          headers: { 'Content-Type': 'application/merge-patch+json' },
          body: patch,
        }),
      ),
    onSuccess: (changed) => queries.setQueryData(keys.partner(id), changed),
    onSettled: () => void queries.invalidateQueries({ queryKey: keys.partners }),
  });
}
