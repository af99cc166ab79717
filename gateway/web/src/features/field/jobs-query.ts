import { queryOptions } from '@tanstack/react-query';
import { allItems } from '@/shared/api/all-items';
import { api, data } from '@/shared/api/client';
import type { ListFilter } from '@/shared/api/interventions';
import { keys } from '@/shared/api/keys';
import type { ListedIntervention } from '@/shared/api/types';

/** All that is still to be done. Not sorted by appointment: such a list leaves out what has none. */
const JOBS: ListFilter = { category: ['ACTIVE', 'PLANNED', 'PAUSED'], sort: 'createdAt' };

export const jobsQuery = queryOptions({
  queryKey: [...keys.interventionList(JOBS), 'all'],
  queryFn: async ({ signal }) =>
    (await allItems(async (page) => data(await api.GET('/api/v1/interventions', { params: { query: { ...JOBS, ...page } }, signal })))) as ListedIntervention[],
});
