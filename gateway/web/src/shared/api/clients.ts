import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { allItems } from './all-items';
import { api, data } from './client';
import { keys } from './keys';
import type { operations } from './schema';

/** Clients by name, telephone, address or code, as somebody types. */
export function clientSearchQuery(q: string) {
  return queryOptions({
    queryKey: keys.clientList({ q, active: true, limit: 8 }),
    queryFn: async ({ signal }) =>
      data(await api.GET('/api/v1/clients', { params: { query: { q, active: true, limit: 8 } }, signal })).items,
    enabled: q.trim().length > 0,
    placeholderData: keepPreviousData,
  });
}

function allSites(clientId: string, filter: { active?: boolean }, signal: AbortSignal) {
  return allItems(async (page) =>
    data(await api.GET('/api/v1/clients/{clientId}/sites', { params: { path: { clientId }, query: { ...filter, ...page } }, signal })),
  );
}

/** Where work can be done for a client. */
export function sitesQuery(clientId: string) {
  return queryOptions({
    queryKey: keys.sites(clientId),
    queryFn: ({ signal }) => allSites(clientId, { active: true }, signal),
  });
}

/** All sites of a client to choose from, retired ones too: work was done there. */
export function siteChoicesQuery(clientId: string) {
  return queryOptions({
    queryKey: [...keys.sites(clientId), 'choices'],
    queryFn: ({ signal }) => allSites(clientId, {}, signal),
    enabled: clientId !== '',
  });
}

export function clientQuery(id: string) {
  return queryOptions({
    queryKey: keys.client(id),
    queryFn: async () => data(await api.GET('/api/v1/clients/{id}', { params: { path: { id } } })),
  });
}

export type ClientFilter = Omit<NonNullable<operations['listClients']['parameters']['query']>, 'cursor'>;

export function clientPages(filter: ClientFilter) {
  return infiniteQueryOptions({
    queryKey: keys.clientList({ ...filter, pages: true }),
    queryFn: async ({ pageParam, signal }) =>
      data(await api.GET('/api/v1/clients', { params: { query: { ...filter, ...(pageParam ? { cursor: pageParam } : {}) } }, signal })),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor ?? null,
    placeholderData: keepPreviousData,
  });
}

/** All sites of a client, retired ones too. */
export function sitePages(clientId: string) {
  return infiniteQueryOptions({
    queryKey: [...keys.sites(clientId), 'all'],
    queryFn: async ({ pageParam, signal }) =>
      data(
        await api.GET('/api/v1/clients/{clientId}/sites', {
          params: { path: { clientId }, query: { limit: 50, ...(pageParam ? { cursor: pageParam } : {}) } },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor ?? null,
  });
}
