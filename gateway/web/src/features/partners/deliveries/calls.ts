import { infiniteQueryOptions, keepPreviousData, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, data } from '@/shared/api/client';
import { keys } from '@/shared/api/keys';
import type { components } from '@/shared/api/schema';
import type { WebhookDelivery } from '@/shared/api/types';

/** While something is on its way, in milliseconds. */
const LOOK_AGAIN = 5_000;

interface Place {
  partnerId: string;
  webhookId: string;
}

const keyOf = ({ partnerId, webhookId }: Place) => [...keys.partner(partnerId), 'webhooks', webhookId, 'deliveries'];

export function deliveryPages(place: Place, state: WebhookDelivery['state'] | null) {
  const { partnerId: id, webhookId } = place;
  return infiniteQueryOptions({
    queryKey: [...keyOf(place), state],
    queryFn: async ({ pageParam, signal }) =>
      data(
        await api.GET('/api/v1/partners/{id}/webhooks/{webhookId}/deliveries', {
          params: { path: { id, webhookId }, query: { limit: 50, ...(state ? { state } : {}), ...(pageParam ? { cursor: pageParam } : {}) } },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor ?? null,
    placeholderData: keepPreviousData,
    refetchInterval: ({ state: { data: known } }) =>
      known?.pages.some(({ items }) => items.some((delivery) => delivery.state === 'WAITING')) ? LOOK_AGAIN : false,
  });
}

export function useReplay(place: Place) {
  const { partnerId: id, webhookId } = place;
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ deliveryId, key }: { deliveryId: string; key: string }) =>
      data(
        await api.POST('/api/v1/partners/{id}/webhooks/{webhookId}/deliveries/{deliveryId}/replay', {
          params: { path: { id, webhookId, deliveryId }, header: { 'Idempotency-Key': key } },
        }),
      ),
    onSettled: () => void queries.invalidateQueries({ queryKey: keyOf(place) }),
  });
}

export function useReplayOfMany(place: Place, key: string) {
  const { partnerId: id, webhookId } = place;
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (body: components['schemas']['WebhookReplayRequest']) =>
      data(
        await api.POST('/api/v1/partners/{id}/webhooks/{webhookId}/deliveries/replay', {
          params: { path: { id, webhookId }, header: { 'Idempotency-Key': key } },
          body,
        }),
      ),
    onSettled: () => void queries.invalidateQueries({ queryKey: keyOf(place) }),
  });
}
