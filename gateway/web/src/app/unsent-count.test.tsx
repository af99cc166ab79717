import { cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { change, enqueue, operationsOf, remove } from '@/shared/queue/database';
import { show, TECHNICIAN } from '@/shared/testing/show';
import RefusedShown from './refused-shown';
import { UnsentCount } from './unsent-count';

vi.mock('@tanstack/react-router', async (original) => ({ ...(await original<object>()), Link: 'a' }));

const comment = (body: string) =>
  enqueue({ userId: TECHNICIAN.id, interventionId: 'one', at: '2026-11-26T08:00:00Z', kind: 'comment', body, visibility: 'INTERNAL' });

async function desk(answer: 'refuses' | 'takes'): Promise<void> {
  const [first] = await operationsOf(TECHNICIAN.id);
  if (first) {
    await (answer === 'refuses' ? change(first, { refused: 'not-found' }) : remove(first));
  }
}

beforeEach(async () => {
  await comment('Pompe grippée');
  await comment('Je commande la pièce');
  await show(
    <>
      <a href="/waiting">
        À envoyer
        <UnsentCount />
      </a>
      <RefusedShown />
    </>,
  );
});

afterEach(async () => {
  cleanup();
  await Promise.all((await operationsOf(TECHNICIAN.id)).map(remove));
});

test('a technician reads wherever they are how much waits, and of that what was refused', async () => {
  await screen.findByRole('link', { name: 'À envoyer, 2 en attente' });
  expect(screen.queryByRole('status')).toBeNull();
  await desk('refuses');
  await screen.findByRole('link', { name: 'À envoyer, 2 en attente, dont 1 refusée' });
  expect((await screen.findByRole('status')).textContent).toMatch(/^1 action a été refusée/);
});

test('where everything has arrived nothing is counted', async () => {
  await screen.findByRole('link', { name: 'À envoyer, 2 en attente' });
  await desk('takes');
  await screen.findByRole('link', { name: 'À envoyer, 1 en attente' });
  await desk('takes');
  await waitFor(() => expect(screen.getByRole('link', { name: 'À envoyer' })).toBeDefined());
});
