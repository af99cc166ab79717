import { cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { type ReactNode, useCallback, useState } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import { api } from '@/shared/api/client';
import type { Site } from '@/shared/api/types';
import { newQueryClient } from '@/shared/api/queries';
import { show } from '@/shared/testing/show';
import { type Call, emptyCall } from './call';
import { SiteField } from './site-field';

vi.mock(import('@/shared/api/client'), async (original) => ({ ...(await original()), api: { GET: vi.fn() } as never }));

afterEach(cleanup);

const MILL = site('mill', 'Fournil', '8 quai Perrache', 'Givors');
const BAKERY = site('bakery', 'Boulangerie', '3 rue du Four', 'Lyon');

function site(id: string, name: string, addressLine: string, city: string): Site {
  return { id, name, addressLine, postalCode: '69003', city, active: true } as Site;
}

/** The sites of each client; of one that is not told they are on their way for ever. */
function known(sites: Record<string, Site[]>): void {
  vi.mocked(api.GET).mockImplementation(((_: string, { params }: { params: { path: { clientId: string } } }) => {
    const items = sites[params.path.clientId];
    return items ? Promise.resolve({ data: { items }, response: {} }) : new Promise(() => undefined);
  }) as never);
}

const told = vi.fn<(call: Call) => void>();
const chosen = () => told.mock.lastCall?.[0].siteId;

/** Takes the call down as the page does, and then another client. */
function Written({ first, then }: { first: Partial<Call>; then: Partial<Call> }): ReactNode {
  const [call, setCall] = useState<Call>({ ...emptyCall(), ...first });
  const change = useCallback((part: Partial<Call>) => setCall((now) => ({ ...now, ...part })), []);
  told(call);
  return (
    <>
      <SiteField call={call} errors={{}} onChange={change} />
      <button onClick={() => change({ clientId: null, newClient: null, siteId: null, newSite: null, ...then })}>Autre client</button>
    </>
  );
}

async function take(first: Partial<Call>, then: Partial<Call> = {}): Promise<void> {
  await show(<Written first={first} then={then} />, newQueryClient());
}

test('a client’s only site is chosen by itself', async () => {
  known({ baker: [BAKERY] });
  await take({ clientId: 'baker' });
  await waitFor(() => expect(chosen()).toBe('bakery'));
});

test.each([
  ['another client, whose sites are on their way', { clientId: 'school' }],
  ['a new client, who has none', { newClient: { name: 'Fournil', phone: '' } }],
])('it is never chosen for %s', async (_, then) => {
  known({ baker: [BAKERY] });
  await take({ clientId: 'baker' }, then);
  await waitFor(() => expect(chosen()).toBe('bakery'));
  await userEvent.click(screen.getByRole('button', { name: 'Autre client' }));
  expect(await screen.findByRole('combobox', { name: /^Site/ })).toHaveProperty('value', '');
  expect(chosen()).toBeNull();
});

test('of several it is the one that was spoken of', async () => {
  known({ baker: [BAKERY, MILL] });
  await take({ clientId: 'baker', siteWords: 'quai perrache' });
  await waitFor(() => expect(chosen()).toBe('mill'));
});

test('of several it is found by what is typed of its address', async () => {
  known({ baker: [BAKERY, MILL] });
  await take({ clientId: 'baker' });
  await userEvent.type(await screen.findByLabelText(/^Site/, { selector: 'input' }), 'givors');
  expect(screen.getAllByRole('option', { hidden: true }).map(({ textContent }) => textContent)).toEqual(['Fournil, 8 quai Perrache, Givors']);
  await userEvent.click(screen.getByRole('option', { hidden: true }));
  expect(chosen()).toBe('mill');
});

test('one that was made for the call stays chosen where the client had none', async () => {
  known({ baker: [] });
  await take({ clientId: 'baker', siteId: 'mill' });
  await userEvent.click(await screen.findByLabelText(/^Site/, { selector: 'input' }));
  expect(await screen.findByText('Rien à afficher.')).toBeDefined();
  expect(told.mock.lastCall?.[0]).toMatchObject({ siteId: 'mill', newSite: null });
});
