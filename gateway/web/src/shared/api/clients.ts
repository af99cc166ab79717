import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
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

export function sitesQuery(clientId: string) {
  return queryOptions({
    queryKey: keys.sites(clientId),
    queryFn: async () =>
      data(
        await api.GET('/api/v1/clients/{clientId}/sites', { params: { path: { clientId }, query: { active: true, limit: 100 } } }),
      ).items,
  });
}

/** All sites of a client to choose from, retired ones too: work was done there. */
export function siteChoicesQuery(clientId: string) {
  return queryOptions({
    queryKey: [...keys.sites(clientId), 'choices'],
    queryFn: async ({ signal }) => {
      const sites = [];
      let cursor: string | null | undefined;
      do {
        const page = data(
          await api.GET('/api/v1/clients/{clientId}/sites', {
            params: { path: { clientId }, query: { limit: 100, ...(cursor ? { cursor } : {}) } },
            signal,
          }),
        );
        sites.push(...page.items);
        cursor = page.nextCursor;
      } while (cursor);
      return sites;
    },
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
