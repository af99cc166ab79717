import { QueryClient } from '@tanstack/react-query';
import { expect, test, vi } from 'vitest';
import { api } from '@/shared/api/client';
import { jobsQuery } from './jobs-query';

vi.mock(import('@/shared/api/client'), async (original) => ({ ...(await original()), api: { GET: vi.fn() } as never }));

test('of a technician who has more jobs than a page holds the newest are there too', async () => {
  vi.mocked(api.GET)
    .mockResolvedValueOnce({ data: { items: [{ id: 'oldest' }], nextCursor: 'more' } } as never)
    .mockResolvedValueOnce({ data: { items: [{ id: 'newest' }], nextCursor: null } } as never);
  const jobs = await new QueryClient().query(jobsQuery);
  expect(jobs.map(({ id }) => id)).toEqual(['oldest', 'newest']);
  expect(vi.mocked(api.GET).mock.calls[1]).toMatchObject(['/api/v1/interventions', { params: { query: { cursor: 'more', sort: 'createdAt' } } }]);
});
