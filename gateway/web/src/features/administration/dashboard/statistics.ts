import { queryOptions } from '@tanstack/react-query';
import { api, data } from '@/shared/api/client';

export function statisticsQuery(weeks: number) {
  return queryOptions({
    queryKey: ['interventions', 'list', 'statistics', weeks],
    queryFn: async () => data(await api.GET('/api/v1/statistics', { params: { query: { weeks } } })),
    staleTime: 60_000,
  });
}

/** How much of what came so far came in time, in per cent; nothing where nothing came. */
export function share({ reached, inTime }: { reached: number; inTime: number }): number | null {
  return reached === 0 ? null : Math.round((inTime / reached) * 100);
}
