import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, data, etag } from './client';
import type { AnyIntervention } from './interventions';
import { keys } from './keys';
import type { Intervention, InterventionPatch, NewTransition } from './types';

/** After a write the answer is what the screen shows, and lists are asked for again. */
function useShown(): (intervention: AnyIntervention) => void {
  const queries = useQueryClient();
  return (intervention) => {
    queries.setQueryData(keys.intervention(intervention.id), intervention);
    void queries.invalidateQueries({ queryKey: ['interventions', 'list'] });
    void queries.invalidateQueries({ queryKey: keys.history(intervention.id) });
    void queries.invalidateQueries({ queryKey: keys.thread(intervention.id) });
    void queries.invalidateQueries({ queryKey: keys.planning });
  };
}

/** A refused write shows the latest version as well: what was refused is often out of date. */
function useRefreshed(): (id: string) => void {
  const queries = useQueryClient();
  return (id) => void queries.invalidateQueries({ queryKey: keys.intervention(id) });
}

// A `key` makes one call of what is sent again after a lost answer; it belongs to what somebody did, not to the try.

export function useMove(id: string) {
  const show = useShown();
  const refresh = useRefreshed();
  return useMutation({
    mutationFn: async ({ version, step, key }: { version: number; step: NewTransition; key: string }) =>
      data(
        await api.POST('/api/v1/interventions/{id}/transitions', {
          params: { path: { id }, header: { ...etag(version), 'Idempotency-Key': key } },
          body: step,
        }),
      ) as Intervention,
    onSuccess: show,
    onError: () => refresh(id),
  });
}

export function useChange() {
  const show = useShown();
  const refresh = useRefreshed();
  return useMutation({
    mutationFn: async ({ id, version, patch, key }: { id: string; version: number; patch: InterventionPatch; key: string }) =>
      data(
        await api.PATCH('/api/v1/interventions/{id}', {
          params: { path: { id }, header: { ...etag(version), 'Idempotency-Key': key } },
          body: patch,
          headers: { 'Content-Type': 'application/merge-patch+json' },
        }),
      ) as Intervention,
    onSuccess: show,
    onError: (_, { id }) => refresh(id),
  });
}
