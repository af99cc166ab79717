import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { type ReactNode, Suspense, useState } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { api } from '@/shared/api/client';
import { newQueryClient } from '@/shared/api/queries';
import { show } from '@/shared/testing/show';
import type { Filter } from './filter';
import { Narrowing } from './narrowing';

vi.mock(import('@/shared/api/client'), async (original) => ({ ...(await original()), api: { GET: vi.fn() } as never }));

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }));

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const TECHNICIANS = [
  { id: 'nadia', displayName: 'Nadia Benali', active: true },
  { id: 'paul', displayName: 'Paul Girard', active: false },
];

function answerLists(): void {
  vi.mocked(api.GET).mockImplementation(((path: string) =>
    Promise.resolve({ data: path === '/api/v1/me' ? { id: 'anne', role: 'DISPATCHER' } : { items: [] }, response: {} })) as never);
}

/** As the page does: what is narrowed comes back by the address. */
function Narrowed({ onNarrow }: { onNarrow: (part: Partial<Filter>) => void }): ReactNode {
  const [filter, setFilter] = useState<Filter>({});
  return (
    <Suspense>
      <Narrowing
        filter={filter}
        onNarrow={(part) => {
          onNarrow(part);
          setFilter({ ...filter, ...part });
        }}
      />
    </Suspense>
  );
}

test('a period is chosen day by day, and may be a single one that has 25 hours', async () => {
  vi.setSystemTime('2026-10-20T08:00:00Z');
  answerLists();
  const narrow = vi.fn();
  await show(<Narrowed onNarrow={narrow} />, newQueryClient());
  await userEvent.click(await screen.findByLabelText('Période'));
  await userEvent.click(await screen.findByRole('button', { name: /^25 oct/i, hidden: true }));
  expect(narrow).not.toHaveBeenCalled();
  await userEvent.click(await screen.findByRole('button', { name: /^25 oct/i, hidden: true }));
  expect(narrow).toHaveBeenLastCalledWith({ from: '2026-10-24T22:00:00.000Z', to: '2026-10-25T23:00:00.000Z' });

  await userEvent.click(await screen.findByLabelText('Période'));
  await userEvent.click(await screen.findByRole('button', { name: /^5 oct/i, hidden: true }));
  await userEvent.click(await screen.findByRole('button', { name: /^6 oct/i, hidden: true }));
  expect(narrow).toHaveBeenLastCalledWith({ from: '2026-10-04T22:00:00.000Z', to: '2026-10-06T22:00:00.000Z' });

  await userEvent.click(await screen.findByLabelText('Période'));
  await userEvent.click(await screen.findByRole('button', { name: /^7 oct/i, hidden: true }));
  await userEvent.keyboard('{Escape}');
  expect(narrow).toHaveBeenCalledTimes(2);
  expect(screen.getByLabelText('Période').textContent).toContain('05/10/2026');
});

test('the work of a technician who left is found as well', async () => {
  vi.mocked(api.GET).mockImplementation(((path: string, options?: { params?: { query?: { active?: boolean } } }) => {
    const active = options?.params?.query?.active;
    const technicians = TECHNICIANS.filter((technician) => active === undefined || technician.active === active);
    const items = path === '/api/v1/technicians' ? technicians : [];
    return Promise.resolve({ data: path === '/api/v1/me' ? { id: 'anne', role: 'DISPATCHER' } : { items }, response: {} });
  }) as never);
  const narrow = vi.fn();
  await show(
    <Suspense>
      <Narrowing filter={{}} onNarrow={narrow} />
    </Suspense>,
    newQueryClient(),
  );
  await userEvent.click(await screen.findByLabelText('Intervenant', { selector: 'input' }));
  await userEvent.click(await screen.findByRole('option', { name: 'Paul Girard (retiré)', hidden: true }));
  expect(narrow).toHaveBeenCalledWith({ technicianId: 'paul' });
});
