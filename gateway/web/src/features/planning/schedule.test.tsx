import { renderHook } from '@testing-library/react';
import { QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { expect, test, vi } from 'vitest';
import { api } from '@/shared/api/client';
import { Problem, Unreachable } from '@/shared/api/problem';
import { newQueryClient } from '@/shared/api/queries';
import { useSchedule } from './schedule';

vi.mock(import('@/shared/api/client'), async (original) => ({ ...(await original()), api: { GET: vi.fn(), POST: vi.fn() } as never }));

const APPOINTMENT = { id: 'one', technicianId: 'paul', start: '2026-11-30T08:00:00Z', end: '2026-11-30T10:00:00Z' };
const STEP = { to: 'SCHEDULED', category: 'PLANNED', label: 'Planifiée', needs: ['technician', 'slot'] };

function waiting(allowedTransitions: object[]) {
  vi.mocked(api.GET).mockReset().mockResolvedValue({ data: { id: 'one', version: 3, allowedTransitions }, response: {} } as never);
  const send = vi.mocked(api.POST).mockReset();
  const queries = newQueryClient();
  const wrapper = ({ children }: { children: ReactNode }) => <QueryClientProvider client={queries}>{children}</QueryClientProvider>;
  return { send, schedule: renderHook(() => useSchedule(), { wrapper }).result.current };
}

test('a drop whose answer was lost, or came too soon, is sent again as the same request', async () => {
  const { send, schedule } = waiting([STEP]);
  const busy = new Problem({ type: 'urn:accord:problem:temporarily-unavailable', title: '', status: 503 }, 0);
  send
    .mockRejectedValueOnce(new Unreachable('lost'))
    .mockRejectedValueOnce(busy)
    .mockResolvedValueOnce({ data: { id: 'one', version: 4 }, response: {} });

  await expect(schedule(APPOINTMENT)).resolves.toMatchObject({ version: 4 });

  expect(send).toHaveBeenCalledTimes(3);
  const [first, ...others] = send.mock.calls;
  expect(first).toMatchObject([
    '/api/v1/interventions/{id}/transitions',
    { params: { header: { 'If-Match': '"3"' } }, body: { to: 'SCHEDULED', technicianId: 'paul' } },
  ]);
  expect(others).toEqual([first, first]);
  expect(JSON.stringify(first)).toMatch(/"Idempotency-Key":"[0-9a-f-]{36}"/);
});

test('what is refused is not sent again', async () => {
  const { send, schedule } = waiting([STEP]);
  send.mockRejectedValue(new Problem({ type: 'urn:accord:problem:slot-taken', title: '', status: 409 }));
  await expect(schedule(APPOINTMENT)).rejects.toMatchObject({ code: 'slot-taken' });
  expect(send).toHaveBeenCalledTimes(1);
});

test('where no step leads to an appointment nothing is sent', async () => {
  const { send, schedule } = waiting([{ to: 'ASSIGNED', category: 'PLANNED', label: 'Affectée', needs: ['technician'] }]);
  await expect(schedule(APPOINTMENT)).rejects.toMatchObject({ code: 'transition-not-allowed' });
  expect(send).not.toHaveBeenCalled();
});
