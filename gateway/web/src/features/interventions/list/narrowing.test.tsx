import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Suspense } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import { api } from '@/shared/api/client';
import { show } from '@/shared/testing/screen';
import french from '../texts.fr';
import { Narrowing } from './narrowing';

vi.mock(import('@/shared/api/client'), async (original) => ({ ...(await original()), api: { GET: vi.fn() } as never }));

afterEach(cleanup);

const TECHNICIANS = [
  { id: 'nadia', displayName: 'Nadia Benali', active: true },
  { id: 'paul', displayName: 'Paul Girard', active: false },
];

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
    { interventions: french },
  );
  await userEvent.click(await screen.findByLabelText('Intervenant', { selector: 'input' }));
  await userEvent.click(await screen.findByRole('option', { name: 'Paul Girard (retiré)', hidden: true }));
  expect(narrow).toHaveBeenCalledWith({ technicianId: 'paul' });
});
