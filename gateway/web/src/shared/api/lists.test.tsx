import { QueryClientProvider, useQuery } from '@tanstack/react-query';
import { act, cleanup, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { api } from './client';
import { planningQuery } from './lists';
import { newQueryClient } from './queries';

vi.mock(import('./client'), async (original) => ({ ...(await original()), api: { GET: vi.fn() } as never }));

beforeEach(() => void vi.useFakeTimers());

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

test('a colleague’s appointment is there half a minute later, although nobody tells of it', async () => {
  const theirs = { technicianId: 'paul', start: '2026-11-30T08:00:00Z', end: '2026-11-30T10:00:00Z' };
  vi.mocked(api.GET)
    .mockResolvedValueOnce({ data: { items: [] }, response: {} } as never)
    .mockResolvedValue({ data: { items: [theirs] }, response: {} } as never);
  const queries = newQueryClient();
  const wrapper = ({ children }: { children: ReactNode }) => <QueryClientProvider client={queries}>{children}</QueryClientProvider>;
  const { result } = renderHook(() => useQuery(planningQuery('2026-11-30', '2026-12-07')), { wrapper });
  await act(() => vi.advanceTimersByTimeAsync(1_000));
  expect(result.current.data).toEqual([]);
  await act(() => vi.advanceTimersByTimeAsync(30_000));
  expect(result.current.data).toEqual([theirs]);
});
