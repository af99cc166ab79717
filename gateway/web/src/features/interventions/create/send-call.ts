import { api, data, etag } from '@/shared/api/client';
import { notAllowed } from '@/shared/api/problem';
import type { Intervention } from '@/shared/api/types';
import { askedFor } from '@/shared/steps/step-words';
import { paris } from '@/shared/time/time';
import type { Call, NewSite } from './call';

const key = (value: string) => ({ header: { 'Idempotency-Key': value } });

/** An empty field says nothing. */
function given<T extends Record<string, string>>(fields: T): Partial<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value.trim() !== '')) as Partial<T>;
}

/** Which of its parts is being sent; what is refused is refused of this one. */
export type PartOfCall = 'newClient' | 'newSite' | 'intervention';

/**
 * Client and site if they are new, then the intervention. Each request has its own key, so going
 * through all of them again after a failure makes nothing twice.
 */
export async function sendCall(call: Call, sending: (part: PartOfCall, made: Partial<Call>) => void): Promise<Intervention> {
  const made: Partial<Call> = {};
  if (!call.clientId) {
    sending('newClient', made);
    const client = data(
      await api.POST('/api/v1/clients', {
        params: key(call.keys.client),
        body: { name: call.newClient?.name.trim() ?? '', ...given({ phone: call.newClient?.phone ?? '' }) },
      }),
    );
    Object.assign(made, { clientId: client.id, clientLabel: client.name, newClient: null });
  }
  const clientId = call.clientId ?? made.clientId ?? '';
  if (!call.siteId) {
    sending('newSite', made);
    const site = data(
      await api.POST('/api/v1/clients/{clientId}/sites', {
        params: { path: { clientId }, ...key(call.keys.site) },
        body: given(call.newSite as unknown as Record<string, string>) as unknown as Pick<NewSite, 'name' | 'addressLine' | 'postalCode' | 'city'>,
      }),
    );
    Object.assign(made, { siteId: site.id, newSite: null });
  }
  const siteId = call.siteId ?? made.siteId ?? '';
  sending('intervention', made);
  return data(
    await api.POST('/api/v1/interventions', {
      params: key(call.keys.intervention),
      body: {
        clientId,
        siteId,
        title: call.title.trim(),
        urgency: call.urgency ?? '',
        ...given({ description: call.description }),
      },
    }),
  ) as Intervention;
}

/** Who goes, and when, if that was agreed on the phone; the steps are those that the answer allows. */
export async function sendPlan(call: Call, intervention: Intervention): Promise<void> {
  if (!call.technicianId) {
    return;
  }
  const step = intervention.allowedTransitions.find(
    (offered) => askedFor(offered).has('technician') && askedFor(offered).has('slot') === (call.start !== null),
  );
  if (!step) {
    throw notAllowed();
  }
  await api.POST('/api/v1/interventions/{id}/transitions', {
    params: { path: { id: intervention.id }, header: { ...etag(intervention.version), 'Idempotency-Key': call.keys.plan } },
    body: {
      to: step.to,
      technicianId: call.technicianId,
      ...(call.start
        ? { plannedStart: call.start, plannedEnd: paris(call.start).add(call.minutes, 'minute').toISOString() }
        : {}),
    },
  });
}
