import { cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keys } from '@/shared/api/keys';
import { change, enqueue, operationsOf, remove } from '@/shared/queue/database';
import { queriesOf, show, TECHNICIAN } from '@/shared/testing/show';
import { Evidence } from './evidence';

const signs = (signer: string) =>
  enqueue({
    ...{ userId: TECHNICIAN.id, interventionId: 'one', at: '2026-11-26T09:05:00Z', kind: 'attachment', attachment: 'SIGNATURE' },
    ...{ visibility: 'PUBLIC', file: new Blob(), signer },
  });

const SIGNED = { kind: 'ATTACHMENT', createdAt: '2026-11-26T09:20:00Z', attachment: { kind: 'SIGNATURE', signer: 'Mme Petit', takenAt: '2026-11-26T09:05:00Z' } };

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-11-26T12:00:00Z') });
});

afterEach(async () => {
  cleanup();
  vi.useRealTimers();
  await Promise.all((await operationsOf(TECHNICIAN.id)).map(remove));
});

async function open(...thread: object[]): Promise<void> {
  const queries = queriesOf();
  queries.setQueryData(keys.thread('one'), { pages: [{ items: thread }], pageParams: [null] });
  const keep = () => Promise.resolve();
  await show(<Evidence interventionId="one" signer="" acts={{ step: keep, sign: keep, outbox: { comment: keep, attach: keep } }} />, queries);
}

test('who has signed is there to be read, while the signature waits', async () => {
  await signs('Mme Petit');
  await open();
  await screen.findByText('Signé par Mme Petit (jeu. 26 nov., 10:05)');
});

test('who has signed is there to be read once the desk has it', async () => {
  await open(SIGNED);
  await screen.findByText('Signé par Mme Petit (jeu. 26 nov., 10:05)');
});

test('a signature that was refused is none', async () => {
  await signs('Mme Petit');
  await open();
  await screen.findByText(/^Signé/);
  const [operation] = await operationsOf(TECHNICIAN.id);
  if (operation) {
    await change(operation, { refused: 'unusable-image' });
  }
  await waitFor(() => expect(screen.queryByText(/^Signé/)).toBeNull());
});
