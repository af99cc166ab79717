import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { onlineManager, type QueryClient } from '@tanstack/react-query';
import { afterEach, expect, test, vi } from 'vitest';
import { api } from '@/shared/api/client';
import { Unreachable } from '@/shared/api/problem';
import { newQueryClient } from '@/shared/api/queries';
import { useMe } from '@/shared/session/session';
import { tellOtherTabs } from '@/shared/session/tabs';
import { queriesOf, show, TECHNICIAN } from '@/shared/testing/show';
import { SessionGate } from './session-gate';

// A browser knows where an address without a host leads; it has to before the client is made.
vi.hoisted(() => {
  globalThis.Request = class extends Request {
    constructor(input: RequestInfo | URL, init?: RequestInit) {
      super(typeof input === 'string' ? new URL(input, window.location.href) : input, init);
    }
  };
});

const server = vi.fn<(request: Request) => Promise<Response>>();
const JSON_PROBLEM = { 'Content-Type': 'application/problem+json' };
vi.stubGlobal('fetch', server);

afterEach(() => {
  cleanup();
  onlineManager.setOnline(true);
});

const open = (queries: QueryClient = queriesOf()) => show(<SessionGate>Mes interventions</SessionGate>, queries);

test('where nothing is known and nobody answers, it is said', async () => {
  vi.spyOn(api, 'GET').mockRejectedValue(new Unreachable('offline'));
  onlineManager.setOnline(false);
  await open(newQueryClient());
  await screen.findByText('Le serveur ne répond pas. Vérifiez votre connexion.');
});

test('a session that has expired can be put aside, to read what is on the device', async () => {
  await open();
  await screen.findByText('Mes interventions');
  server.mockResolvedValue(new Response(null, { status: 401 }));
  await act(() => api.GET('/api/v1/statuses').catch(() => undefined));
  fireEvent.click(await screen.findByText('Continuer à lire'));
  const login = await screen.findByText('Session expirée : se reconnecter');
  expect(screen.queryByText('Votre session a expiré')).toBeNull();
  expect(login.closest('a')?.href).toContain('/session/login?return=%2Freconnected');

  // Whatever is refused meanwhile does not come in between again.
  await act(() => api.GET('/api/v1/statuses').catch(() => undefined));
  expect(screen.queryByText('Votre session a expiré')).toBeNull();
  server.mockImplementation(() => Promise.resolve(Response.json(TECHNICIAN)));
  act(() => tellOtherTabs('reconnected'));
  await waitFor(() => expect(screen.queryByText('Session expirée : se reconnecter')).toBeNull());
});

test('when somebody logs out in another tab, nothing of theirs is shown here any longer', async () => {
  await open();
  await screen.findByText('Mes interventions');
  act(() => tellOtherTabs('logged-out'));
  await screen.findByText(/^Vous vous êtes déconnecté/);
  expect(screen.queryByText('Mes interventions')).toBeNull();
});

test('when somebody else turns out to be logged in, the page becomes theirs', async () => {
  // Photos that were kept are forgotten.
  vi.stubGlobal('caches', { delete: vi.fn(() => Promise.resolve(true)) });
  const Name = () => <p>Bonjour {useMe().displayName}</p>;
  await show(
    <SessionGate>
      <Name />
    </SessionGate>,
    queriesOf(),
  );
  await screen.findByText('Bonjour Karim Benali');
  server.mockImplementation((request) =>
    Promise.resolve(
      request.method === 'GET'
        ? Response.json({ ...TECHNICIAN, id: 'other', displayName: 'Sonia Petit' })
        : Response.json({ type: 'urn:accord:problem:another-person', title: '', status: 403 }, { status: 403, headers: JSON_PROBLEM }),
    ),
  );
  await act(() => api.POST('/api/v1/clients', { body: { name: 'Mairie' } as never }).catch(() => undefined));
  await screen.findByText('Bonjour Sonia Petit');
});
