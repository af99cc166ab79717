import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { type ReactNode, Suspense, useRef, useState } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { api } from '@/shared/api/client';
import { newQueryClient } from '@/shared/api/queries';
import { show } from '@/shared/testing/show';
import type { Filter } from './filter';
import { FilterBar } from './filter-bar';

vi.mock(import('@/shared/api/client'), async (original) => ({ ...(await original()), api: { GET: vi.fn() } as never }));

beforeEach(() => {
  vi.mocked(api.GET).mockImplementation(((path: string) =>
    Promise.resolve({ data: path === '/api/v1/me' ? { id: 'anne', role: 'DISPATCHER' } : { items: [] }, response: {} })) as never);
});

afterEach(cleanup);

const VIEW: Filter = { category: ['OPEN'] };

function List({ onChange }: { onChange: (filter: Filter) => void }): ReactNode {
  const [filter, setFilter] = useState<Filter>({ q: 'chaudière' });
  const field = useRef<HTMLInputElement>(null);
  const change = (next: Filter): void => {
    onChange(next);
    setFilter(next);
  };
  return (
    <Suspense>
      <FilterBar filter={filter} searchRef={field} onChange={change} />
      <button type="button" onClick={() => setFilter(VIEW)}>
        Une vue
      </button>
    </Suspense>
  );
}

const field = () => screen.findByRole<HTMLInputElement>('searchbox');

test('what is typed is searched for, and a saved view takes its place', async () => {
  const changed = vi.fn<(filter: Filter) => void>();
  await show(<List onChange={changed} />, newQueryClient());
  const words = await field();
  expect(words.value).toBe('chaudière');
  await userEvent.clear(words);
  await userEvent.type(words, 'dupont');
  await waitFor(() => expect(changed).toHaveBeenLastCalledWith({ q: 'dupont' }));

  await userEvent.click(screen.getByText('Une vue'));
  expect(words.value).toBe('');
  await userEvent.click(screen.getByRole('switch'));
  expect(changed).toHaveBeenLastCalledWith({ ...VIEW, overdue: true, q: undefined, sort: undefined });
});

test('a choice made while the words are still being typed is not undone by them', async () => {
  const changed = vi.fn<(filter: Filter) => void>();
  await show(<List onChange={changed} />, newQueryClient());
  const words = await field();
  fireEvent.change(words, { target: { value: 'chaudières' } });
  fireEvent.click(screen.getByRole('switch'));
  fireEvent.change(words, { target: { value: 'chaudières gaz' } });
  await waitFor(() => expect(changed).toHaveBeenLastCalledWith({ q: 'chaudières gaz', overdue: true, sort: undefined }));
  expect(changed.mock.calls[0]).toEqual([{ q: 'chaudières', overdue: true, sort: undefined }]);
  expect(changed).toHaveBeenCalledTimes(2);
});
