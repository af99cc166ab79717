import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, data, etag } from '@/shared/api/client';
import { keys } from '@/shared/api/keys';
import type { components } from '@/shared/api/schema';
import type { Webhook } from '@/shared/api/types';

type Schemas = components['schemas'];
export type NewSecret = Schemas['NewWebhookSecret'];

const keyOf = (partnerId: string) => [...keys.partner(partnerId), 'webhooks'];

export function webhooksQuery(partnerId: string) {
  return queryOptions({
    queryKey: keyOf(partnerId),
    queryFn: async () => data(await api.GET('/api/v1/partners/{id}/webhooks', { params: { path: { id: partnerId } } })).items,
  });
}

export function webhookQuery(partnerId: string, webhookId: string) {
  return queryOptions({
    queryKey: [...keyOf(partnerId), webhookId],
    queryFn: async () =>
      data(await api.GET('/api/v1/partners/{id}/webhooks/{webhookId}', { params: { path: { id: partnerId, webhookId } } })),
  });
}

/** Changes something about a partner's webhooks; refused or not, the screen shows what they are now, and what they do. */
function useWebhookChange<Values, Answer>(partnerId: string, mutationFn: (values: Values) => Promise<Answer>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn,
    // An answer may hold a secret: it is forgotten with the dialog that shows it.
    gcTime: 0,
    onSettled: () => void queries.invalidateQueries({ queryKey: keys.partner(partnerId) }),
  });
}

export function useCreate(partnerId: string, key: string) {
  return useWebhookChange(partnerId, async (body: Schemas['WebhookDetails']): Promise<NewSecret> =>
    data(
      await api.POST('/api/v1/partners/{id}/webhooks', { params: { path: { id: partnerId }, header: { 'Idempotency-Key': key } }, body }),
    ),
  );
}

export function useChange(partnerId: string, { id: webhookId, version }: Webhook) {
  return useWebhookChange(partnerId, (body: Schemas['WebhookPatch']) =>
    api.PATCH('/api/v1/partners/{id}/webhooks/{webhookId}', {
      params: { path: { id: partnerId, webhookId }, header: etag(version) },
      headers: { 'Content-Type': 'application/merge-patch+json' },
      body,
    }),
  );
}

export function useRemoval(partnerId: string, { id: webhookId, version }: Webhook) {
  return useWebhookChange(partnerId, () =>
    api.DELETE('/api/v1/partners/{id}/webhooks/{webhookId}', { params: { path: { id: partnerId, webhookId }, header: etag(version) } }),
  );
}

export function useNewSecret(partnerId: string, webhookId: string, key: string) {
  return useWebhookChange(partnerId, async (body: Schemas['WebhookSecretRotation']): Promise<NewSecret> =>
    data(
      await api.POST('/api/v1/partners/{id}/webhooks/{webhookId}/secret', {
        params: { path: { id: partnerId, webhookId }, header: { 'Idempotency-Key': key } },
        body,
      }),
    ),
  );
}

export function useTest(partnerId: string, webhookId: string) {
  return useWebhookChange(partnerId, (key: string) =>
    api.POST('/api/v1/partners/{id}/webhooks/{webhookId}/test', {
      params: { path: { id: partnerId, webhookId }, header: { 'Idempotency-Key': key } },
    }),
  );
}
