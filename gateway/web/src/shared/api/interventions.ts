import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, data } from './client';
import { keys } from './keys';
import type { operations } from './schema';
import type { ClientIntervention, Intervention, RevisionPage } from './types';

export type ListFilter = Omit<NonNullable<operations['listInterventions']['parameters']['query']>, 'cursor'>;

/** What a list can hold: staff and clients are answered in shapes of their own. */
export type AnyIntervention = Intervention | ClientIntervention;

export function interventionPages(filter: ListFilter) {
  return infiniteQueryOptions({
    queryKey: keys.interventionList(filter),
    queryFn: async ({ pageParam, signal }) =>
      data(
        await api.GET('/api/v1/interventions', {
          params: { query: { limit: 50, ...filter, ...(pageParam ? { cursor: pageParam } : {}) } },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor ?? null,
    placeholderData: keepPreviousData,
  });
}

/** The first few of a list, for where a glance is enough. */
export function interventionsQuery(filter: ListFilter) {
  return queryOptions({
    queryKey: [...keys.interventionList(filter), 'first'],
    queryFn: async ({ signal }) => data(await api.GET('/api/v1/interventions', { params: { query: filter }, signal })),
    placeholderData: keepPreviousData,
  });
}

export function interventionQuery(id: string) {
  return queryOptions({
    queryKey: keys.intervention(id),
    queryFn: async ({ signal }) => data(await api.GET('/api/v1/interventions/{id}', { params: { path: { id } }, signal })),
  });
}

export function historyPages(id: string) {
  return infiniteQueryOptions({
    queryKey: keys.history(id),
    queryFn: async ({ pageParam, signal }) =>
      // Without a time it answers with versions.
      data(
        await api.GET('/api/v1/interventions/{id}/history', {
          params: { path: { id }, query: { limit: 50, ...(pageParam ? { cursor: pageParam } : {}) } },
          signal,
        }),
      ) as RevisionPage,
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor ?? null,
  });
}

export function threadPages(interventionId: string) {
  return infiniteQueryOptions({
    queryKey: keys.thread(interventionId),
    queryFn: async ({ pageParam, signal }) =>
      data(
        await api.GET('/api/v1/interventions/{id}/comments', {
          params: { path: { id: interventionId }, query: { limit: 50, sort: '-createdAt', ...(pageParam ? { cursor: pageParam } : {}) } },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor ?? null,
  });
}
