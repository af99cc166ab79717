import type { QueryClient } from '@tanstack/react-query';
import { attach } from '@/shared/attachments/attach';
import { api, asPerson, data, etag } from '@/shared/api/client';
import { keys } from '@/shared/api/keys';
import { isProblem } from '@/shared/api/problem';
import type { Intervention } from '@/shared/api/types';
import type { Operation } from './operation';
import type { Server } from './send';

const once = (key: string) => ({ 'Idempotency-Key': key });

/** What was done and said counts more than the clock of the device, which may be wrong: what the API does not believe is left out. */
async function withItsTime<M extends string, T>(member: M, at: string, send: (time: { [name in M]?: string }) => Promise<T>): Promise<T> {
  try {
    return await send({ [member]: at } as { [name in M]?: string });
  } catch (failure) {
    // It may have arrived without, and only the answer was lost: then the key knows it in that form.
    if (isProblem(failure) && (failure.members.includes(member) || failure.code === 'idempotency-key-reused')) {
      return send({});
    }
    throw failure;
  }
}

/** The API for what this person did: whoever else has logged in meanwhile sends none of it. */
export function apiServer(userId: string): Server {
  const theirs = asPerson(userId);
  return {
    read: async (id) => data(await api.GET('/api/v1/interventions/{id}', { params: { path: { id } }, headers: theirs })) as Intervention,

    move: async ({ id: key, interventionId: id, to, at, reason, report }, version) =>
      data(
        await withItsTime('occurredAt', at, (time) =>
          api.POST('/api/v1/interventions/{id}/transitions', {
            params: { path: { id }, header: { ...etag(version), ...once(key) } },
            headers: theirs,
            body: { to, ...time, ...(reason ? { reason } : {}), ...(report ? { report } : {}) },
          }),
        ),
      ) as Intervention,

    tellTimes: async (id, version, times) =>
      data(
        await api.PATCH('/api/v1/interventions/{id}', {
          params: { path: { id }, header: etag(version) },
          headers: { ...theirs, 'Content-Type': 'application/merge-patch+json' },
          body: times,
        }),
      ) as Intervention,

    comment: ({ id: key, interventionId: id, body, visibility, at }) =>
      withItsTime('writtenAt', at, (time) =>
        api.POST('/api/v1/interventions/{id}/comments', {
          params: { path: { id }, header: once(key) },
          headers: theirs,
          body: { body, visibility, ...time },
        }),
      ),

    attach: ({ id: key, interventionId, file, attachment, visibility, signer, at }) =>
      attach(interventionId, { key, file, kind: attachment, visibility, takenAt: at, ...(signer ? { signer } : {}) }, theirs),
  };
}

/** Shows the API's answer in place of what the device made of it. */
export function showSent(queries: QueryClient, operation: Operation, answer: Intervention | null): void {
  if (answer) {
    queries.setQueryData(keys.intervention(operation.interventionId), answer);
    void queries.invalidateQueries({ queryKey: ['interventions', 'list'] });
  }
  void queries.invalidateQueries({ queryKey: keys.thread(operation.interventionId) });
}
