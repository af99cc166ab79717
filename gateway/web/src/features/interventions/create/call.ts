import { z } from 'zod';
import { newKey } from '@/shared/api/client';
import type { Urgency } from '@/shared/api/types';
import { said } from '@/shared/forms/rules';
import { minutes } from '@/shared/steps/step-schema';

/** What is written down while the client is on the phone; kept until it is sent. */
export interface Call {
  clientId: string | null;
  clientLabel: string;
  newClient: { name: string; phone: string } | null;
  siteId: string | null;
  /** What was said of the site while its client was looked for. */
  siteWords?: string;
  newSite: NewSite | null;
  title: string;
  description: string;
  /** Null until somebody chooses: then it is the usual one. */
  urgency: string | null;
  /** How long it takes; 0 while nothing is written there. */
  minutes: number;
  /** Who is sent, and when; null means later. */
  technicianId: string | null;
  start: string | null;
  /** One for each request as it stands, so that sending it again after a lost answer does nothing twice. */
  keys: { client: string; site: string; intervention: string; plan: string };
}

export interface NewSite {
  name: string;
  addressLine: string;
  postalCode: string;
  city: string;
  contactName: string;
  contactPhone: string;
  accessNotes: string;
}

export const EMPTY_SITE: NewSite = {
  name: '',
  addressLine: '',
  postalCode: '',
  city: '',
  contactName: '',
  contactPhone: '',
  accessNotes: '',
};

export function emptyCall(): Call {
  return {
    clientId: null,
    clientLabel: '',
    newClient: null,
    siteId: null,
    newSite: null,
    title: '',
    description: '',
    urgency: null,
    minutes: 120,
    technicianId: null,
    start: null,
    keys: { client: newKey(), site: newKey(), intervention: newKey(), plan: newKey() },
  };
}

/** What each request says, in the order in which they are sent: every one builds on those before it. */
const REQUESTS: [keyof Call['keys'], (keyof Call)[]][] = [
  ['client', ['newClient']],
  ['site', ['clientId', 'newSite']],
  ['intervention', ['siteId', 'title', 'description', 'urgency']],
  ['plan', ['technicianId', 'start', 'minutes']],
];

/**
 * Other words are another request: the API refuses them under a key that it knows. What stands as it may have been sent keeps
 * its key, so that it is made once.
 */
export function rewritten(call: Call, change: Partial<Call>): Call {
  const next = { ...call, ...change };
  const first = REQUESTS.findIndex(([, said]) => said.some((name) => JSON.stringify(call[name]) !== JSON.stringify(next[name])));
  const others = first === -1 ? [] : REQUESTS.slice(first);
  return { ...next, keys: { ...call.keys, ...Object.fromEntries(others.map(([request]): [string, string] => [request, newKey()])) } };
}

const USUAL = 'NORMAL';

/** How urgent most calls are: the normal one, or what stands in the middle of the list where that is offered no longer. */
export function usualUrgency(offered: Urgency[]): string | null {
  const inOrder = [...offered].sort((one, other) => one.rank - other.rank);
  const usual = inOrder.find(({ code }) => code === USUAL) ?? inOrder[Math.floor((inOrder.length - 1) / 2)];
  return usual?.code ?? null;
}

const newSite = z.object({
  name: said(200),
  addressLine: said(300),
  postalCode: said(20),
  city: said(100),
});

/** What has to be there before it can be sent; the API has the last word. */
export const callSchema = z
  .object({
    clientId: z.string().nullable(),
    newClient: z.object({ name: said(200) }).nullable(),
    siteId: z.string().nullable(),
    newSite: newSite.nullable(),
    title: said(200),
    description: z.string().max(4000),
    urgency: z.string().min(1),
    minutes: z.number(),
    start: z.string().nullable(),
  })
  .superRefine((call, context) => {
    if (!call.clientId && !call.newClient) {
      context.addIssue({ code: 'custom', path: ['clientId'], message: 'clientId' });
    }
    if (call.start && !minutes.safeParse(call.minutes).success) {
      context.addIssue({ code: 'custom', path: ['minutes'], message: 'minutes' });
    }
    if (!call.siteId && !call.newSite) {
      context.addIssue({ code: 'custom', path: ['siteId'], message: 'siteId' });
    }
  });
