import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Suspense } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { api } from '@/shared/api/client';
import { Problem } from '@/shared/api/problem';
import type { Site, Urgency } from '@/shared/api/types';
import { removeDraft, storeDraft } from '@/shared/drafts/database';
import common from '@/shared/i18n/common.fr';
import { newQueryClient } from '@/shared/api/queries';
import { show } from '@/shared/testing/show';
import { type Call, emptyCall } from './call';
import { CreatePage } from './create-page';

vi.mock(import('@/shared/api/client'), async (original) => ({ ...(await original()), api: { GET: vi.fn(), POST: vi.fn() } as never }));
vi.mock('@tanstack/react-router', async (original) => ({ ...(await original<object>()), useNavigate: () => vi.fn() }));

const user = userEvent.setup({ delay: null });

const URGENCIES = ['LOW', 'HIGH', 'CRITICAL'].map((code, place) => ({ code, label: code, rank: place + 1, active: true }) as Urgency);
const BAKERY = { id: 'bakery', name: 'Boulangerie', addressLine: '3 rue du Four', city: 'Lyon' } as Site;

const lists: Record<string, unknown[]> = { '/api/v1/urgencies': URGENCIES, '/api/v1/clients/{clientId}/sites': [BAKERY] };

beforeEach(() => {
  vi.mocked(api.GET).mockImplementation(((path: string) =>
    Promise.resolve({
      data: path === '/api/v1/me' ? { id: 'anne', role: 'DISPATCHER' } : { items: lists[path] ?? [] },
      response: {},
    })) as never);
});

afterEach(async () => {
  cleanup();
  await removeDraft('anne call');
});

async function open(): Promise<void> {
  await show(
    <Suspense>
      <CreatePage />
    </Suspense>,
    newQueryClient(),
  );
  await screen.findByLabelText(/^Client/, { selector: 'input' });
}

test('the name of a new client is corrected without leaving its field', async () => {
  await open();
  await user.type(screen.getByLabelText(/^Client/, { selector: 'input' }), 'Fournil');
  await user.click(await screen.findByRole('option', { name: 'Créer le client « Fournil »', hidden: true }));
  const name = screen.getByLabelText(/^Nom du client/);
  await user.type(name, ' Sud');
  expect(document.activeElement).toBe(name);
  expect(name).toHaveProperty('value', 'Fournil Sud');
});

test('an urgency that is offered no longer is told at its field', async () => {
  const call: Call = { ...emptyCall(), clientId: 'baker', clientLabel: 'Boulangerie', siteId: 'bakery', title: 'Four froid', urgency: 'NORMAL' };
  await storeDraft('anne call', call);
  const errors = [{ pointer: '#/urgency', detail: '' }];
  vi.mocked(api.POST).mockRejectedValue(new Problem({ type: 'urn:accord:problem:invalid-values', title: '', status: 422, errors }));
  await open();
  await screen.findByDisplayValue('Four froid');
  await user.click(screen.getByText('Créer l’intervention'));
  expect(await screen.findByText(common.refused.urgency)).toBeDefined();
});

test('after a lost answer what stands is sent as the same request, and what is corrected as another', async () => {
  const call: Call = {
    ...{ ...emptyCall(), newClient: { name: 'Fournil', phone: '' }, clientLabel: 'Fournil', title: 'Four froid', urgency: 'HIGH' },
    newSite: { name: 'Atelier', addressLine: '3 rue du Four', postalCode: '69003', city: 'Lyon', contactName: '', contactPhone: '', accessNotes: '' },
  };
  await storeDraft('anne call', call);
  const sent: [string, string][] = [];
  vi.mocked(api.POST).mockImplementation((async (path: string, { params }: { params: { header: { 'Idempotency-Key': string } } }) => {
    await Promise.resolve();
    sent.push([path, params.header['Idempotency-Key']]);
    if (path === '/api/v1/interventions') {
      throw new Problem({ type: 'about:blank', title: '', status: 500 });
    }
    return { data: { id: path, name: 'Fournil' }, response: {} };
  }) as never);
  await open();
  await screen.findByDisplayValue('Four froid');
  const send = async () => {
    sent.length = 0;
    await user.click(screen.getByText('Créer l’intervention'));
    await screen.findByRole('alert');
    return sent.slice();
  };
  expect(await send()).toEqual([
    ['/api/v1/clients', call.keys.client],
    ['/api/v1/clients/{clientId}/sites', call.keys.site],
    ['/api/v1/interventions', call.keys.intervention],
  ]);
  // What was made is chosen from here on.
  expect(await send()).toEqual([['/api/v1/interventions', call.keys.intervention]]);
  await user.type(screen.getByDisplayValue('Four froid'), ' depuis hier');
  const [corrected] = await send();
  expect(corrected?.[1]).not.toBe(call.keys.intervention);
});

test('a call that was begun before says so, and is wiped only when that was asked twice', async () => {
  await storeDraft('anne call', { ...emptyCall(), title: 'Four froid', description: 'Depuis hier' } satisfies Call);
  await open();
  const title = await screen.findByDisplayValue('Four froid');
  await screen.findByText(common.draft.restored);

  const submit = screen.getByText('Créer l’intervention').closest('button');
  submit?.focus();
  await user.tab();
  expect(document.activeElement?.textContent, 'behind what is pressed at the end').toBe('Tout effacer');
  await user.keyboard('{Enter}');
  expect(title).toHaveProperty('value', 'Four froid');
  await user.click(screen.getByText('Effacer cet appel'));
  expect(title).toHaveProperty('value', '');
  expect(screen.queryByText(common.draft.restored)).toBeNull();
});
