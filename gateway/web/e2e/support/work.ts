import type { components } from '../../src/shared/api/schema';
import type { Api } from './people';

type Schemas = components['schemas'];
export type Job = Schemas['StaffIntervention'];

interface Items<T> {
  items: T[];
}

/** An intervention for somebody at a client of the demo, as the desk creates it on the phone. */
export async function newJob(desk: Api, title: string, client: Pick<Schemas['Me'], 'clientId'>): Promise<Job> {
  const { clientId } = client;
  const sites = await desk.get<Items<Schemas['Site']>>(`/api/v1/clients/${clientId}/sites?active=true`);
  return desk.post<Job>('/api/v1/interventions', { title, clientId, siteId: sites.items[0]?.id, urgency: 'NORMAL' });
}

/** Takes a step of the workflow from the desk. */
export function step(desk: Api, job: Job, to: string, more: object = {}): Promise<Job> {
  return desk.post<Job>(`/api/v1/interventions/${job.id}/transitions`, { to, ...more }, { 'If-Match': `"${job.version}"` });
}
