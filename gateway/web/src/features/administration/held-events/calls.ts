import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, data, etag } from '@/shared/api/client';
import type { HeldEvent } from '@/shared/api/types';

/** The services that follow each other's events; the API takes one of them at a time. */
export const SERVICES = ['auth-service', 'user-service', 'intervention-service', 'comment-service'] as const;

export type Service = (typeof SERVICES)[number];

/** The figures are two seconds old at most; looking at them costs little. */
const LOOK_AGAIN = 5_000;

const KEY = ['held events'];

export function consumersQuery(service: Service) {
  return queryOptions({
    queryKey: [...KEY, service, 'figures'],
    queryFn: async ({ signal }) => data(await api.GET('/api/v1/consumers/{service}', { params: { path: { service } }, signal })),
    refetchInterval: LOOK_AGAIN,
  });
}

export function heldPages(service: Service) {
  return infiniteQueryOptions({
    queryKey: [...KEY, service, 'events'],
    queryFn: async ({ pageParam, signal }) =>
      data(
        await api.GET('/api/v1/consumers/{service}/parked', {
          params: { path: { service }, query: { limit: 20, ...(pageParam ? { cursor: pageParam } : {}) } },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor ?? null,
    refetchInterval: LOOK_AGAIN,
  });
}

function useHeldChange<Values, Answer>(service: Service, mutationFn: (values: Values) => Promise<Answer>) {
  const queries = useQueryClient();
  return useMutation({ mutationFn, onSettled: () => void queries.invalidateQueries({ queryKey: [...KEY, service] }) });
}

export function useReplay(service: Service, id: number) {
  return useHeldChange(service, (key: string) =>
    api.POST('/api/v1/consumers/{service}/parked/{id}/replay', { params: { path: { service, id }, header: { 'Idempotency-Key': key } } }),
  );
}

export function useReplayOfQueue(service: Service, key: string) {
  return useHeldChange(service, async (queue: string) =>
    data(
      await api.POST('/api/v1/consumers/{service}/parked/replay', {
        params: { path: { service }, header: { 'Idempotency-Key': key } },
        body: { queue },
      }),
    ),
  );
}

export function useDismissal(service: Service, { id, attempts }: HeldEvent) {
  return useHeldChange(service, (reason: string) =>
    api.DELETE('/api/v1/consumers/{service}/parked/{id}', {
      params: { path: { service, id }, query: { reason }, header: etag(attempts) },
    }),
  );
}
