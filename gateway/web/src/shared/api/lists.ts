import { queryOptions } from '@tanstack/react-query';
import { allItems } from './all-items';
import { api, data } from './client';
import { keys } from './keys';

const LONG = 10 * 60_000;

export const statusesQuery = queryOptions({
  queryKey: keys.statuses,
  queryFn: async () => data(await api.GET('/api/v1/statuses')).items,
  staleTime: LONG,
});

export const transitionsQuery = queryOptions({
  queryKey: keys.transitions,
  queryFn: async () => data(await api.GET('/api/v1/transitions')).items,
  staleTime: LONG,
});

export const urgenciesQuery = queryOptions({
  queryKey: keys.urgencies,
  queryFn: async () => data(await api.GET('/api/v1/urgencies')).items,
  staleTime: LONG,
});

/** Everybody who may be sent, by name. */
export const techniciansQuery = queryOptions({
  queryKey: keys.technicianList({ active: true }),
  queryFn: () => allItems(async (page) => data(await api.GET('/api/v1/technicians', { params: { query: { active: true, ...page } } }))),
  staleTime: LONG,
});

/** Every technician there ever was, by name: those who have left have done work too. */
export const technicianChoicesQuery = queryOptions({
  queryKey: keys.technicianList({}),
  queryFn: () => allItems(async (page) => data(await api.GET('/api/v1/technicians', { params: { query: page } }))),
  staleTime: LONG,
});

/** How often appointments are looked at again, in milliseconds: nobody is told of a colleague's. */
const LOOK_AGAIN = 30_000;

export function planningQuery(from: string, to: string) {
  return queryOptions({
    queryKey: keys.busy(from, to),
    queryFn: async () => data(await api.GET('/api/v1/planning', { params: { query: { from, to } } })).items,
    refetchInterval: LOOK_AGAIN,
  });
}
