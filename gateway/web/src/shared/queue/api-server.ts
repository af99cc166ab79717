import type { QueryClient } from '@tanstack/react-query';
import { attach } from '@/shared/attachments/attach';
import { api, data, etag } from '@/shared/api/client';
import { keys } from '@/shared/api/keys';
import { isProblem } from '@/shared/api/problem';
import type { Intervention } from '@/shared/api/types';
import type { Operation } from './operation';
import type { Server } from './send';

const once = (key: string) => ({ 'Idempotency-Key': key });

export const apiServer: Server = {
  read: async (id) => data(await api.GET('/api/v1/interventions/{id}', { params: { path: { id } } })) as Intervention,

  move: async ({ id: key, interventionId: id, to, at, reason, report }, version) =>
    data(
      await api.POST('/api/v1/interventions/{id}/transitions', {
        params: { path: { id }, header: { ...etag(version), ...once(key) } },
        body: { to, occurredAt: at, ...(reason ? { reason } : {}), ...(report ? { report } : {}) },
      }),
    ) as Intervention,

  tellTimes: async (id, version, times) =>
    data(
      await api.PATCH('/api/v1/interventions/{id}', {
        params: { path: { id }, header: etag(version) },
        headers: { 'Content-Type': 'application/merge-patch+json' },
        body: times,
      }),
    ) as Intervention,

  comment: async ({ id: key, interventionId: id, body, visibility, at }) => {
    const send = (time: { writtenAt?: string }) =>
      api.POST('/api/v1/interventions/{id}/comments', { params: { path: { id }, header: once(key) }, body: { body, visibility, ...time } });
    try {
      return await send({ writtenAt: at });
    } catch (failure) {
      // The words count more than the clock of the device, which may be wrong.
      if (isProblem(failure) && failure.members.includes('writtenAt')) {
        return send({});
      }
      throw failure;
    }
  },

  attach: ({ id: key, interventionId, file, attachment, visibility, signer, at }) =>
    attach(interventionId, { key, file, kind: attachment, visibility, takenAt: at, ...(signer ? { signer } : {}) }),
};

/** Shows the API's answer in place of what the device made of it. */
export function showSent(queries: QueryClient, operation: Operation, answer: Intervention | null): void {
  if (answer) {
    queries.setQueryData(keys.intervention(operation.interventionId), answer);
    void queries.invalidateQueries({ queryKey: ['interventions', 'list'] });
  }
  void queries.invalidateQueries({ queryKey: keys.thread(operation.interventionId) });
}
