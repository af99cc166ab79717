import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { api } from '@/shared/api/client';
import { Problem } from '@/shared/api/problem';
import { show } from '@/shared/testing/show';
import { ClientSelect } from './client-select';

vi.mock(import('@/shared/api/client'), async (original) => ({ ...(await original()), api: { GET: vi.fn() } as never }));

const user = userEvent.setup({ delay: null });

afterEach(cleanup);

async function search(): Promise<void> {
  await show(<ClientSelect label="Client" value={null} onChange={() => undefined} />);
  await user.type(await screen.findByRole('combobox', { name: 'Client' }), 'mairie');
}

test('nobody is told that there is no such client while that is still looked for', async () => {
  let answer: (found: object) => void = () => undefined;
  vi.mocked(api.GET).mockReturnValue(new Promise((come) => (answer = come)) as never);
  await search();
  await screen.findByText('Chargement…');
  await vi.waitFor(() => expect(api.GET).toHaveBeenCalled());
  expect(screen.queryByText('Rien à afficher.')).toBeNull();
  answer({ data: { items: [] }, response: {} });
  await screen.findByText('Rien à afficher.');
});

test('a search that fails says so', async () => {
  vi.mocked(api.GET).mockRejectedValue(new Problem({ type: 'urn:accord:problem:search-too-broad', title: '', status: 422 }));
  await search();
  await screen.findByText(/^La recherche est trop large/);
});
