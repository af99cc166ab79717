import { cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { api } from '@/shared/api/client';
import type { PlannedSlot, Urgency } from '@/shared/api/types';
import { newQueryClient } from '@/shared/api/queries';
import { show } from '@/shared/testing/show';
import { emptyCall } from './call';
import { WhenFields } from './when-fields';

vi.mock(import('@/shared/api/client'), async (original) => ({ ...(await original()), api: { GET: vi.fn() } as never }));

afterEach(cleanup);

/** A colleague's appointment, far beyond what is proposed. */
const TAKEN: PlannedSlot = { technicianId: 'paul', start: '2036-11-24T09:00:00Z', end: '2036-11-24T11:00:00Z' };

const TECHNICIANS = [
  { id: 'paul', displayName: 'Paul Girard', skills: ['Plomberie'] },
  { id: 'lea', displayName: 'Léa Vasseur', skills: ['Pompe à chaleur'] },
];

async function appointAt(start: string): Promise<void> {
  vi.mocked(api.GET).mockReset().mockImplementation(((path: string, { params }: { params: { query: { from: string; to: string } } }) => {
    const { from, to } = params.query;
    const planned = [TAKEN].filter((slot) => slot.start < to && slot.end > from);
    return Promise.resolve({ data: { items: path === '/api/v1/planning' ? planned : TECHNICIANS }, response: {} });
  }) as never);
  await show(<WhenFields errors={{}} call={{ ...emptyCall(), technicianId: 'paul', start, minutes: 60 }} onChange={vi.fn()} />, newQueryClient());
  await screen.findByDisplayValue('Paul Girard');
}

test('an appointment over one that the technician has already is told at its field', async () => {
  await appointAt('2036-11-24T10:00:00.000Z');
  expect(await screen.findByText('Paul Girard est déjà pris à ce moment-là.')).toBeDefined();
});

test('one that begins when the other ends is left alone', async () => {
  await appointAt('2036-11-24T11:00:00.000Z');
  await waitFor(() => expect(JSON.stringify(vi.mocked(api.GET).mock.calls)).toContain('"from":"2036-11-24T11:00:00.000Z"'));
  expect(screen.queryByText(/déjà pris/)).toBeNull();
});

test('those who can do what the call is about are proposed first', async () => {
  vi.mocked(api.GET).mockReset().mockImplementation(((path: string) =>
    Promise.resolve({ data: { items: path === '/api/v1/planning' ? [] : TECHNICIANS }, response: {} })) as never);
  await show(<WhenFields errors={{}} call={{ ...emptyCall(), title: 'Pompe à chaleur arrêtée' }} onChange={vi.fn()} />, newQueryClient());
  const proposed = await screen.findAllByRole('button', { name: /Girard|Vasseur/ });
  expect(proposed.map(({ textContent }) => textContent.split(',')[0])).toEqual(['Léa Vasseur (Pompe à chaleur)', 'Paul Girard']);
});

test('of a Friday evening what is pressing is offered at once, and all else on Monday', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2036-11-28T18:02:00Z') });
  vi.mocked(api.GET).mockReset().mockImplementation(((path: string) =>
    Promise.resolve({ data: { items: path === '/api/v1/planning' ? [] : TECHNICIANS }, response: {} })) as never);
  for (const [takeOverMinutes, offered] of [[60, /ven\. 28 nov\..* 19:15/], [240, /lun\. 1 déc\..* 08:00/]] as const) {
    const urgency = { code: 'CRITICAL', takeOverMinutes } as Urgency;
    await show(<WhenFields errors={{}} urgency={urgency} call={emptyCall()} onChange={vi.fn()} />, newQueryClient());
    const [first] = await screen.findAllByRole('button', { name: /Girard|Vasseur/ });
    expect(first?.textContent).toMatch(offered);
    cleanup();
  }
  vi.useRealTimers();
});
