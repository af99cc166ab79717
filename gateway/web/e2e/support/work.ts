import type { components } from '../../src/shared/api/schema';
import { paris } from '../../src/shared/time/time';
import { type Api, find } from './people';

type Schemas = components['schemas'];
export type Job = Schemas['StaffIntervention'];

interface Items<T> {
  items: T[];
}

/** An intervention for somebody at a client of the demo, as the desk creates it on the phone. */
export async function newJob(desk: Api, title: string, client: Pick<Schemas['Me'], 'clientId'>, more: object = {}): Promise<Job> {
  const { clientId } = client;
  const sites = await desk.get<Items<Schemas['Site']>>(`/api/v1/clients/${clientId}/sites?active=true`);
  return desk.post<Job>('/api/v1/interventions', { title, clientId, siteId: sites.items[0]?.id, urgency: 'NORMAL', ...more });
}

/** The same, prepared by the admin: from `client01`, and `standardiste1` answers for it. */
export async function jobOfDesk(admin: Api, title: string, more: object = {}): Promise<Job> {
  const { clientId } = await find(admin, 'client01');
  const { id: ownerId } = await find(admin, 'standardiste1');
  return newJob(admin, title, { clientId }, { ownerId, ...more });
}

/** When nobody else has planned anything: so many days from now, at two o'clock. */
export function appointment(days: number): { plannedStart: string; plannedEnd: string } {
  const start = paris().add(days, 'day').hour(14).startOf('hour');
  return { plannedStart: start.toISOString(), plannedEnd: start.add(90, 'minute').toISOString() };
}

/** Takes a step of the workflow from the desk. */
export function step(desk: Api, job: Job, to: string, more: object = {}): Promise<Job> {
  return desk.post<Job>(`/api/v1/interventions/${job.id}/transitions`, { to, ...more }, { 'If-Match': `"${job.version}"` });
}
