import { queryOptions } from '@tanstack/react-query';
import { api, data } from '@/shared/api/client';
import { keys } from '@/shared/api/keys';

export const meQuery = queryOptions({
  queryKey: keys.me,
  queryFn: async () => data(await api.GET('/api/v1/me')),
  staleTime: 5 * 60_000,
});
