import type { components } from '../../src/shared/api/schema';
import type { Api } from './people';

type Schemas = components['schemas'];

/** An address of the public internet; nothing is ever sent there, since who has it may read nothing or it is paused. */
export const ADDRESS = 'https://1.1.1.1/accord';

/** A partner that may read nothing yet, with everything else that its screens show. */
export async function newPartner(admin: Api): Promise<{ partner: Schemas['Partner']; webhook: Schemas['NewWebhookSecret'] }> {
  const partner = await admin.post<Schemas['Partner']>('/api/v1/partners', {
    name: `Partenaire ${crypto.randomUUID()}`,
    clientIds: [],
    eventTypes: ['intervention.status-changed'],
  });
  await admin.post(`/api/v1/partners/${partner.id}/credentials`, { kind: 'SECRET' });
  const webhook = await admin.post<Schemas['NewWebhookSecret']>(`/api/v1/partners/${partner.id}/webhooks`, { url: ADDRESS });
  return { partner, webhook };
}
