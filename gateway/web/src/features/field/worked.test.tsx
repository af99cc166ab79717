import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { api } from '@/shared/api/client';
import { Problem } from '@/shared/api/problem';
import type { Intervention } from '@/shared/api/types';
import { removeDraft, storeDraft } from '@/shared/drafts/database';
import { show, TECHNICIAN } from '@/shared/testing/show';
import { Worked } from './worked';

const DONE = {
  id: 'one',
  version: 7,
  actions: ['comment', 'times'],
  createdAt: '2026-11-26T07:00:00Z',
  actualStart: '2026-11-26T08:00:00Z',
  actualEnd: '2026-11-26T09:30:20Z',
} as Intervention;

vi.mock(import('@/shared/api/client'), async (original) => ({ ...(await original()), api: { PATCH: vi.fn() } as never }));

const send = vi.mocked(api.PATCH);

/** In Paris it is an hour later. */
const written = (changes: object) => storeDraft(`${TECHNICIAN.id} times one`, { changes, key: 'key' });

beforeEach(() => {
  send.mockReset().mockResolvedValue({ data: { ...DONE, version: 8 }, response: {} } as never);
});

afterEach(async () => {
  cleanup();
  await removeDraft(`${TECHNICIAN.id} times one`);
});

const correction = () => screen.queryByRole('button', { name: 'Corriger les heures' });

async function correct(changes: object): Promise<void> {
  await written(changes);
  await show(<Worked job={DONE} isSent />);
  fireEvent.click(correction() as HTMLElement);
  await screen.findByText('Vous aviez commencé : votre saisie est revenue.');
  fireEvent.click(screen.getByRole('button', { name: 'Enregistrer' }));
}

test('a technician who forgot to say that it was over tells when it was, and nothing else', async () => {
  await correct({ actualEnd: '2026-11-26 10:15:00' });
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(send.mock.calls).toMatchObject([[
    '/api/v1/interventions/{id}',
    { params: { path: { id: 'one' }, header: { 'If-Match': '"7"' } }, body: { actualEnd: '2026-11-26T09:15:00.000Z' } },
  ]]);
  expect(JSON.stringify(send.mock.calls)).not.toContain('actualStart');
});

test('work that would end before it begins is told at its end, and not sent', async () => {
  await correct({ actualEnd: '2026-11-26 08:30:00' });
  await screen.findByText(/^Le travail finit après son début/);
  expect(send).not.toHaveBeenCalled();
});

test('what only the API knows to be wrong is told at its field too', async () => {
  const errors = [{ pointer: '#/actualStart', detail: '' }];
  send.mockRejectedValue(new Problem({ type: 'urn:accord:problem:invalid-values', title: '', status: 422, errors }));
  await correct({ actualStart: '2026-11-26 09:10:00' });
  await screen.findByText(/^Le travail commence après la demande/);
});

test.each([
  ['has not begun', { actualStart: null, actualEnd: null, actions: ['comment'] }],
  ['the API takes no other times of', { actions: ['comment'] }],
])('what %s has none to correct', async (_, difference) => {
  await show(<Worked job={{ ...DONE, ...difference }} isSent />);
  expect(correction()).toBeNull();
});

test('times that a step is still to make are corrected once it is sent', async () => {
  await show(<Worked job={DONE} isSent={false} />);
  expect(correction()).toBeNull();
});
