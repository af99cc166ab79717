import { infiniteQueryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, data } from '@/shared/api/client';
import { keys } from '@/shared/api/keys';
import type { components } from '@/shared/api/schema';
import type { NewCredential } from '@/shared/api/types';

const keyOf = (partnerId: string) => [...keys.partner(partnerId), 'credentials'];

export function credentialPages(partnerId: string) {
  return infiniteQueryOptions({
    queryKey: keyOf(partnerId),
    queryFn: async ({ pageParam, signal }) =>
      data(
        await api.GET('/api/v1/partners/{id}/credentials', {
          params: { path: { id: partnerId }, query: { limit: 20, ...(pageParam ? { cursor: pageParam } : {}) } },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor ?? null,
  });
}

export function useIssue(partnerId: string, key: string) {
  return useCredentialChange(partnerId, async (body: components['schemas']['NewCredential']): Promise<NewCredential> =>
    data(
      await api.POST('/api/v1/partners/{id}/credentials', {
        params: { path: { id: partnerId }, header: { 'Idempotency-Key': key } },
        body,
      }),
    ),
  );
}

export function useRotation(partnerId: string, credentialId: string, key: string) {
  return useCredentialChange(partnerId, async (body: components['schemas']['Rotation']): Promise<NewCredential> =>
    data(
      await api.POST('/api/v1/partners/{id}/credentials/{credentialId}/rotation', {
        params: { path: { id: partnerId, credentialId }, header: { 'Idempotency-Key': key } },
        body,
      }),
    ),
  );
}

export function useRevocation(partnerId: string) {
  return useCredentialChange(partnerId, (credentialId: string) =>
    api.DELETE('/api/v1/partners/{id}/credentials/{credentialId}', { params: { path: { id: partnerId, credentialId } } }),
  );
}

function useCredentialChange<Values, Answer>(partnerId: string, mutationFn: (values: Values) => Promise<Answer>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn,
    // An answer may hold a secret: it is forgotten with the dialog that shows it.
    gcTime: 0,
    onSettled: () => void queries.invalidateQueries({ queryKey: keyOf(partnerId) }),
  });
}
