import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, data, etag } from './client';
import { keys } from './keys';
import type { operations } from './schema';
import type { ClientIntervention, Intervention, InterventionPatch, NewIntervention, NewTransition, RevisionPage } from './types';

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
  });
}

/** The first few of a list, for where a glance is enough. */
export function interventionsQuery(filter: ListFilter) {
  return queryOptions({
    queryKey: [...keys.interventionList(filter), 'first'],
    queryFn: async ({ signal }) => data(await api.GET('/api/v1/interventions', { params: { query: filter }, signal })),
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

/** After a write the answer is what the screen shows, and lists are asked for again. */
function useShown(): (intervention: AnyIntervention) => void {
  const queries = useQueryClient();
  return (intervention) => {
    queries.setQueryData(keys.intervention(intervention.id), intervention);
    void queries.invalidateQueries({ queryKey: ['interventions', 'list'] });
    void queries.invalidateQueries({ queryKey: keys.history(intervention.id) });
    void queries.invalidateQueries({ queryKey: keys.thread(intervention.id) });
    void queries.invalidateQueries({ queryKey: keys.planning });
  };
}

/** A refused write shows the latest version as well: what was refused is often out of date. */
function useRefreshed(): (id: string) => void {
  const queries = useQueryClient();
  return (id) => void queries.invalidateQueries({ queryKey: keys.intervention(id) });
}

// A `key` makes one call of what is sent again after a lost answer; it belongs to what somebody did, not to the try.

export function useCreate() {
  const show = useShown();
  return useMutation({
    mutationFn: async ({ key, body }: { key: string; body: NewIntervention }) =>
      data(await api.POST('/api/v1/interventions', { params: { header: { 'Idempotency-Key': key } }, body })) as Intervention,
    onSuccess: show,
  });
}

export function useMove(id: string) {
  const show = useShown();
  const refresh = useRefreshed();
  return useMutation({
    mutationFn: async ({ version, step, key }: { version: number; step: NewTransition; key: string }) =>
      data(
        await api.POST('/api/v1/interventions/{id}/transitions', {
          params: { path: { id }, header: { ...etag(version), 'Idempotency-Key': key } },
          body: step,
        }),
      ) as Intervention,
    onSuccess: show,
    onError: () => refresh(id),
  });
}

export function useChange() {
  const show = useShown();
  const refresh = useRefreshed();
  return useMutation({
    mutationFn: async ({ id, version, patch }: { id: string; version: number; patch: InterventionPatch }) =>
      data(
        await api.PATCH('/api/v1/interventions/{id}', {
          params: { path: { id }, header: etag(version) },
          body: patch,
          headers: { 'Content-Type': 'application/merge-patch+json' },
        }),
      ) as Intervention,
    onSuccess: show,
    onError: (_, { id }) => refresh(id),
  });
}
