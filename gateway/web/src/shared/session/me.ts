import { queryOptions } from '@tanstack/react-query';
import { api, data } from '@/shared/api/client';
import { keys } from '@/shared/api/keys';
import { forgetPhotos } from './photos';

export const meQuery = queryOptions({
  queryKey: keys.me,
  queryFn: async ({ client }) => {
    const me = data(await api.GET('/api/v1/me'));
    const before = client.getQueryData<typeof me>(keys.me);
    if (before && before.id !== me.id) {
      // Whoever logs in on the same device sees nothing of whoever was here before.
      void forgetPhotos();
      client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== keys.me[0] });
    }
    return me;
  },
  staleTime: 5 * 60_000,
});
