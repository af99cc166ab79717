import { api, data, etag } from '@/shared/api/client';
import { Problem } from '@/shared/api/problem';
import type { Intervention } from '@/shared/api/types';

interface Appointment {
  technicianId: string;
  start: string;
  end: string;
  key: string;
}

/** Takes what waits to where it has a slot, along the step that the API offers for it. */
export async function schedule(id: string, { technicianId, start, end, key }: Appointment): Promise<Intervention> {
  const intervention = data(await api.GET('/api/v1/interventions/{id}', { params: { path: { id } } })) as Intervention;
  const step = intervention.allowedTransitions.find(({ category, needs }) => category === 'PLANNED' && needs.includes('slot'));
  if (!step) {
    throw new Problem({ type: 'urn:accord:problem:transition-not-allowed', title: '', status: 409 });
  }
  return data(
    await api.POST('/api/v1/interventions/{id}/transitions', {
      params: { path: { id }, header: { ...etag(intervention.version), 'Idempotency-Key': key } },
      body: { to: step.to, technicianId, plannedStart: start, plannedEnd: end },
    }),
  ) as Intervention;
}
