import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, data } from '@/shared/api/client';

/** How many weeks are looked at when nobody has chosen yet. */
export const WEEKS = 12;

export function statisticsQuery(weeks: number) {
  return queryOptions({
    queryKey: ['interventions', 'list', 'statistics', weeks],
    queryFn: async () => data(await api.GET('/api/v1/statistics', { params: { query: { weeks } } })),
    staleTime: 60_000,
    placeholderData: keepPreviousData,
  });
}

/** How much of what came so far came in time, in per cent; nothing where nothing came. */
export function share({ reached, inTime }: { reached: number; inTime: number }): number | null {
  return reached === 0 ? null : Math.round((inTime / reached) * 100);
}

/** How long it took on average, in hours; nothing where nothing came. */
export function averageHours({ averageMinutes }: { averageMinutes?: number | null }): number | null {
  return averageMinutes === null || averageMinutes === undefined ? null : Math.round(averageMinutes / 6) / 10;
}
