import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Suspense } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { api } from '@/shared/api/client';
import type { Urgency } from '@/shared/api/types';
import { removeDraft } from '@/shared/drafts/database';
import { show } from '@/shared/testing/screen';
import french from '../texts.fr';
import steps from '@/shared/steps/texts.fr';
import { CreatePage } from './create-page';

vi.mock(import('@/shared/api/client'), async (original) => ({ ...(await original()), api: { GET: vi.fn(), POST: vi.fn() } as never }));
vi.mock('@tanstack/react-router', async (original) => ({ ...(await original<object>()), useNavigate: () => vi.fn() }));

const user = userEvent.setup({ delay: null });

let urgencies: Urgency[];

beforeEach(() => {
  urgencies = ['LOW', 'NORMAL', 'HIGH', 'CRITICAL'].map((code, place) => ({ code, label: code, rank: place + 1, active: true }) as Urgency);
  vi.mocked(api.GET).mockImplementation(((path: string) =>
    Promise.resolve({
      data: path === '/api/v1/me' ? { id: 'anne', role: 'DISPATCHER' } : { items: path === '/api/v1/urgencies' ? urgencies : [] },
      response: {},
    })) as never);
});

afterEach(async () => {
  cleanup();
  await removeDraft('anne call');
});

async function open(): Promise<void> {
  await show(
    <Suspense>
      <CreatePage />
    </Suspense>,
    { interventions: french, steps },
  );
  await screen.findByLabelText(/^Client/, { selector: 'input' });
}

test('the name of a new client is corrected without leaving its field', async () => {
  await open();
  await user.type(screen.getByLabelText(/^Client/, { selector: 'input' }), 'Fournil');
  await user.click(await screen.findByRole('option', { name: 'Créer le client « Fournil »', hidden: true }));
  const name = screen.getByLabelText(/^Nom du client/);
  await user.type(name, ' Sud');
  expect(document.activeElement).toBe(name);
  expect(name).toHaveProperty('value', 'Fournil Sud');
});
