import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, data, etag, newKey } from '@/shared/api/client';
import { interventionQuery } from '@/shared/api/interventions';
import { keys } from '@/shared/api/keys';
import { notAllowed } from '@/shared/api/problem';
import type { AllowedTransition, Intervention, NewTransition } from '@/shared/api/types';

interface Appointment {
  id: string;
  technicianId: string;
  start: string;
  end: string;
}

interface Sent {
  id: string;
  version: number;
  step: NewTransition;
  key: string;
}

/** An intervention as it is now, not as a list had it. */
export async function latest(queries: QueryClient, id: string): Promise<Intervention> {
  return (await queries.query({ ...interventionQuery(id), staleTime: 0 })) as Intervention;
}

/** The step that gives it an appointment. */
export function appointmentStep({ allowedTransitions }: Intervention): AllowedTransition {
  const step = allowedTransitions.find(({ category, needs }) => category === 'PLANNED' && needs.includes('slot'));
  if (!step) {
    throw notAllowed();
  }
  return step;
}

/** Takes what waits to where it has a slot, along the step that the API offers for it. */
export function useSchedule(): (appointment: Appointment) => Promise<Intervention> {
  const queries = useQueryClient();
  // What is sent again is the same request: where only the answer was lost, the step is taken already.
  const move = useMutation({
    mutationFn: async ({ id, version, step, key }: Sent) =>
      data(
        await api.POST('/api/v1/interventions/{id}/transitions', {
          params: { path: { id }, header: { ...etag(version), 'Idempotency-Key': key } },
          body: step,
        }),
      ) as Intervention,
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: keys.planning });
      void queries.invalidateQueries({ queryKey: ['interventions', 'list'] });
    },
  });
  return async ({ id, technicianId, start, end }) => {
    const intervention = await latest(queries, id);
    const step = appointmentStep(intervention);
    return move.mutateAsync({
      id,
      version: intervention.version,
      step: { to: step.to, technicianId, plannedStart: start, plannedEnd: end },
      key: newKey(),
    });
  };
}
