import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { removeDraft, storeDraft, storedDraft } from '@/shared/drafts/database';
import { enqueue, operationsOf, remove } from '@/shared/queue/database';
import { logOut } from '@/shared/session/session';
import { onOtherTab } from '@/shared/session/tabs';
import { show, TECHNICIAN } from '@/shared/testing/show';
import { useLogOut } from './log-out';

const server = vi.fn<() => Promise<Response>>();

beforeEach(async () => {
  vi.stubGlobal('fetch', server);
  vi.stubGlobal('caches', { delete: () => Promise.resolve(true) });
  server.mockReset();
  await storeDraft('half written', 'Chaudière');
});

afterEach(async () => {
  cleanup();
  await removeDraft('half written');
  for (const operation of await operationsOf(TECHNICIAN.id)) {
    await remove(operation);
  }
});

function Menu(): ReactNode {
  const { begin, asked } = useLogOut(TECHNICIAN.id);
  return (
    <>
      <button type="button" onClick={() => void begin(false)}>
        Quitter
      </button>
      {asked}
    </>
  );
}

async function leave(): Promise<void> {
  await show(<Menu />);
  fireEvent.click(screen.getByText('Quitter'));
}

test('without network one is told that one is still logged in, and nothing is deleted', async () => {
  server.mockRejectedValue(new TypeError('Failed to fetch'));
  await leave();
  await screen.findByText('Vous êtes toujours connecté, rien n’a été effacé.');
  expect(await storedDraft('half written')).toBe('Chaudière');
});

test.each([403, 503])('neither where the server refuses with %i', async (status) => {
  server.mockResolvedValue(new Response(null, { status }));
  await leave();
  await screen.findByText('Vous êtes toujours connecté, rien n’a été effacé.');
  expect(await storedDraft('half written')).toBe('Chaudière');
});

test('whoever leaves something unsent is asked first, and may stay', async () => {
  const act = { userId: TECHNICIAN.id, interventionId: 'one', at: '2026-11-26T08:00:00Z' };
  await enqueue({ ...act, kind: 'step', to: 'EN_ROUTE' });
  await enqueue({ ...act, kind: 'comment', body: 'Pompe grippée', visibility: 'INTERNAL' });
  await leave();
  await screen.findByText(/^2 actions ne sont pas encore envoyées/);
  fireEvent.click(screen.getByText('Rester connecté'));
  await waitFor(() => expect(screen.queryByText(/pas encore envoyées/)).toBeNull());
  expect(server).not.toHaveBeenCalled();
});

test('once the server has agreed the other tabs are told, and what this device knows is gone', async () => {
  server.mockResolvedValue(Response.json({ next: '/connect/logout' }));
  const told = vi.fn();
  const stop = onOtherTab(told);
  expect(await logOut(false)).toBe('/connect/logout');
  await waitFor(() => expect(told).toHaveBeenCalledWith('logged-out'));
  expect(await storedDraft('half written')).toBeUndefined();
  stop();
});
