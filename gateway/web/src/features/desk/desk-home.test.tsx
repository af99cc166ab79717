import { cleanup, screen, within } from '@testing-library/react';
import { type ReactNode, Suspense } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import { api } from '@/shared/api/client';
import type { ListedIntervention } from '@/shared/api/types';
import { newQueryClient } from '@/shared/api/queries';
import { show } from '@/shared/testing/show';
import { DeskHome } from './desk-home';

vi.mock(import('@/shared/api/client'), async (original) => ({ ...(await original()), api: { GET: vi.fn() } as never }));
vi.mock('@tanstack/react-router', () => ({ Link: ({ children }: { children: ReactNode }) => <a href="/">{children}</a> }));

afterEach(cleanup);

function open(place: number, statusBy: 'TECHNICIAN' | 'DISPATCHER'): ListedIntervention {
  const status = { code: 'NEW', label: 'Nouvelle', color: '#000000', category: 'OPEN' };
  const urgency = { code: 'NORMAL', label: 'Normale', color: '#000000', rank: 2 };
  return { id: `job-${place}`, reference: `INT-${place}`, title: `Chaudière ${place}`, status, urgency, statusBy } as ListedIntervention;
}

/** The desk of somebody whose open interventions begin with these. */
async function desk(items: ListedIntervention[], nextCursor: string | null): Promise<HTMLElement> {
  vi.mocked(api.GET).mockImplementation(((path: string, options?: { params?: { query?: { category?: string[] } } }) => {
    const isOpen = options?.params?.query?.category?.[0] === 'OPEN';
    const page = isOpen ? { items, nextCursor } : { items: [], nextCursor: null };
    return Promise.resolve({ data: path === '/api/v1/me' ? { id: 'anne', role: 'DISPATCHER' } : page, response: {} });
  }) as never);
  await show(
    <Suspense>
      <DeskHome />
    </Suspense>,
    newQueryClient(),
  );
  await screen.findByText('Rien à clôturer.');
  return screen.getByLabelText('Refusées');
}

const INCOMING = Array.from({ length: 50 }, (_, place) => open(place, 'DISPATCHER'));

test('where all was looked through, nothing refused is nothing refused', async () => {
  const refused = await desk(INCOMING, null);
  expect(within(refused).getByText('Aucun refus.')).toBeDefined();
  expect(within(refused).getByText('0')).toBeDefined();
  expect(within(refused).queryByText('Tout voir')).toBeNull();
});

test('where there are more than were looked through, no more is said than is known', async () => {
  const refused = await desk(INCOMING, 'more');
  expect(within(refused).getByText('Aucune parmi les 50 plus pressantes.')).toBeDefined();
  expect(within(refused).queryByText('Aucun refus.')).toBeNull();
  expect(within(refused).queryByText(/\d\+/)).toBeNull();
  expect(within(refused).getByText('Tout voir')).toBeDefined();
});

test('of those that are known, there are at least so many', async () => {
  const refused = await desk([open(50, 'TECHNICIAN'), open(51, 'TECHNICIAN'), ...INCOMING.slice(2)], 'more');
  expect(within(refused).getByText('2+')).toBeDefined();
});
