import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { enqueue, operationsOf, remove } from '@/shared/queue/database';
import { show, TECHNICIAN } from '@/shared/testing/show';
import { WaitingPage } from './waiting-page';

vi.mock('@tanstack/react-router', async (original) => ({ ...(await original<object>()), Link: 'a' }));

afterEach(async () => {
  cleanup();
  await Promise.all((await operationsOf(TECHNICIAN.id)).map(remove));
});

test('what waits says of which intervention it is, unless it was kept before that was known', async () => {
  const comment = { userId: TECHNICIAN.id, at: '2026-11-26T08:00:00Z', kind: 'comment', visibility: 'INTERNAL' } as const;
  await enqueue({ ...comment, interventionId: 'one', of: { reference: 'INT-2026-00012', title: 'VMC bruyante' }, body: 'Moteur grippé' });
  await enqueue({ ...comment, interventionId: 'two', body: 'Gardien absent' });
  await show(<WaitingPage />);
  await screen.findByText('Gardien absent');
  const [told, untold] = screen.getAllByRole('listitem');
  expect(told?.textContent).toContain('Moteur grippé');
  expect(told?.textContent).toContain('INT-2026-00012 · VMC bruyante');
  expect(untold?.textContent).toContain('Ouvrir l’intervention');
});
