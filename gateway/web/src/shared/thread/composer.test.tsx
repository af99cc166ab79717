import type { QueryClient } from '@tanstack/react-query';
import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { removeDraft, storedDraft } from '@/shared/drafts/database';
import { queriesOf, show, TECHNICIAN } from '@/shared/testing/show';
import { Composer } from './composer';
import type { Message } from './outbox';

const DRAFT = `${TECHNICIAN.id} comment one`;

let queries: QueryClient;
let sent: Message[];
let arrive: (() => void)[];

beforeEach(async () => {
  await removeDraft(DRAFT);
  queries = queriesOf();
  sent = [];
  arrive = [];
});

afterEach(cleanup);

const outbox = {
  comment: (message: Message) =>
    new Promise<void>((done) => {
      sent.push(message);
      arrive.push(done);
    }),
  attach: vi.fn(),
};

const arrived = (): Promise<void> =>
  act(() => {
    arrive[0]?.();
    return Promise.resolve();
  });

const field = () => screen.getByLabelText<HTMLTextAreaElement>('Écrire un commentaire');
const write = (body: string): void => void fireEvent.change(field(), { target: { value: body } });
const send = (): void => void fireEvent.keyDown(field(), { key: 'Enter', ctrlKey: true });
const open = () => show(<Composer interventionId="one" mayBeInternal={false} outbox={outbox} />, queries);

async function sendAndLeave(body: string): Promise<void> {
  const { unmount } = await open();
  write(body);
  send();
  await waitFor(() => expect(sent).toHaveLength(1));
  await waitFor(async () => expect(await storedDraft(DRAFT)).toMatchObject({ body, sent: true }));
  unmount();
}

test('what was accepted after somebody left the page is not there again, nor its key', async () => {
  await sendAndLeave('Pompe commandée');
  await arrived();
  await waitFor(async () => expect(await storedDraft(DRAFT)).toBeUndefined());

  await open();
  write('Pompe reçue');
  send();
  await waitFor(() => expect(sent).toHaveLength(2));
  expect(sent[1]?.key).not.toBe(sent[0]?.key);
});

test('whoever comes back while it is on its way sees it go', async () => {
  await sendAndLeave('Pompe commandée');
  await open();
  await waitFor(() => expect(field().value).toBe('Pompe commandée'));
  send();
  expect(sent).toHaveLength(1);
  await arrived();
  await waitFor(() => expect(field().value).toBe(''));
});

test('words that are added while it is being sent stay, and are a comment of their own', async () => {
  await open();
  write('Pompe commandée');
  send();
  await waitFor(() => expect(sent).toHaveLength(1));
  write('Pompe commandée\nLivrée mardi');
  await arrived();
  await waitFor(() => expect(field().value).toBe('Livrée mardi'));
  send();
  await waitFor(() => expect(sent).toHaveLength(2));
  expect(sent[1]?.key).not.toBe(sent[0]?.key);
});

test('words that were written over while it is being sent stay as they are', async () => {
  await open();
  write('Pompe comandée');
  send();
  await waitFor(() => expect(sent).toHaveLength(1));
  write('Pompe commandée');
  await arrived();
  await waitFor(async () => expect(await storedDraft(DRAFT)).toMatchObject({ body: 'Pompe commandée' }));
  expect(field().value).toBe('Pompe commandée');
});
