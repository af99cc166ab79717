import { renderHook } from '@testing-library/react';
import { QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { expect, test, vi } from 'vitest';
import { api } from './client';
import { useChange } from './intervention-changes';
import { Problem, Unreachable } from './problem';
import { newQueryClient } from './queries';

vi.mock(import('./client'), async (original) => ({ ...(await original()), api: { PATCH: vi.fn() } as never }));

test('a change whose answer was lost, or came too soon, is sent again as the same request', async () => {
  const send = vi.mocked(api.PATCH).mockReset();
  const busy = new Problem({ type: 'urn:accord:problem:temporarily-unavailable', title: '', status: 503 }, 0);
  send
    .mockRejectedValueOnce(new Unreachable('lost'))
    .mockRejectedValueOnce(busy)
    .mockResolvedValueOnce({ data: { id: 'one', version: 4 }, response: {} } as never);
  const queries = newQueryClient();
  const wrapper = ({ children }: { children: ReactNode }) => <QueryClientProvider client={queries}>{children}</QueryClientProvider>;
  const change = renderHook(() => useChange(), { wrapper }).result.current;
  const patch = { plannedStart: '2026-11-30T08:00:00Z', plannedEnd: '2026-11-30T10:00:00Z' };

  await expect(change.mutateAsync({ id: 'one', version: 3, patch, key: 'a drop' })).resolves.toMatchObject({ version: 4 });

  expect(send).toHaveBeenCalledTimes(3);
  const [first, ...others] = send.mock.calls;
  expect(first).toMatchObject([
    '/api/v1/interventions/{id}',
    { params: { header: { 'If-Match': '"3"', 'Idempotency-Key': 'a drop' } }, body: patch },
  ]);
  expect(others).toEqual([first, first]);
});
