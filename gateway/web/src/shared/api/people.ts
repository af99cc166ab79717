import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { allItems } from './all-items';
import { api, data } from './client';
import { keys } from './keys';
import type { operations } from './schema';

export type UserFilter = Omit<NonNullable<operations['listUsers']['parameters']['query']>, 'cursor'>;

function allUsers(filter: UserFilter) {
  return allItems(async (page) => data(await api.GET('/api/v1/users', { params: { query: { ...filter, ...page } } })));
}

/** Those to whom an intervention can be handed over. */
export const dispatchersQuery = queryOptions({
  queryKey: keys.userList({ role: 'DISPATCHER', active: true }),
  queryFn: () => allUsers({ role: 'DISPATCHER', active: true }),
});

export function userPages(filter: UserFilter) {
  return infiniteQueryOptions({
    queryKey: keys.userList({ ...filter, pages: true }),
    queryFn: async ({ pageParam, signal }) =>
      data(await api.GET('/api/v1/users', { params: { query: { ...filter, ...(pageParam ? { cursor: pageParam } : {}) } }, signal })),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor ?? null,
    placeholderData: keepPreviousData,
  });
}

/** Every dispatcher there ever was: those who have left may still own interventions. */
export const dispatcherChoicesQuery = queryOptions({
  queryKey: keys.userList({ role: 'DISPATCHER' }),
  queryFn: () => allUsers({ role: 'DISPATCHER' }),
});

/** Everybody who has an account: whoever may have done something. */
export const userChoicesQuery = queryOptions({
  queryKey: keys.userList({}),
  queryFn: () => allUsers({}),
});
