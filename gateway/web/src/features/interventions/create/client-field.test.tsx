import { cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { api } from '@/shared/api/client';
import type { Client } from '@/shared/api/types';
import { newQueryClient } from '@/shared/api/queries';
import { show } from '@/shared/testing/show';
import { ClientField, described } from './client-field';

vi.mock(import('@/shared/api/client'), async (original) => ({ ...(await original()), api: { GET: vi.fn() } as never }));

const MAYOR = { id: 'mayor', name: 'Mairie de Brignais', code: 'CLI-00001' } as Client;
const BAKER = { id: 'baker', name: 'Boulangerie Martin', code: 'CLI-00002' } as Client;

const user = userEvent.setup({ delay: null });

const choose = vi.fn<(client: Client, searched: string) => void>();
const makeNew = vi.fn<(name: string) => void>();

/** What is answered to which words, and when the answers come. */
const answers = new Map<string, Client[]>();
let answer: () => void = () => undefined;

beforeEach(() => {
  choose.mockReset();
  makeNew.mockReset();
  answers.clear();
  answers.set('brignais', [MAYOR]);
  answers.set('martin', [BAKER]);
  answerAtOnce();
});

afterEach(cleanup);

function answerWhen(come: Promise<unknown>): void {
  vi.mocked(api.GET).mockReset().mockImplementation((async (_: string, { params }: { params: { query: { q: string } } }) => {
    await come;
    return { data: { items: answers.get(params.query.q) ?? [] }, response: {} };
  }) as never);
}

const answerAtOnce = (): void => answerWhen(Promise.resolve());
const answerLater = (): void => answerWhen(new Promise<void>((come) => (answer = come)));

async function field(chosen?: Client): Promise<HTMLInputElement> {
  await show(
    <ClientField clientId={chosen?.id ?? null} label={chosen ? described(chosen) : ''} error={undefined} onChoose={choose} onNew={makeNew} />,
    newQueryClient(),
  );
  return screen.findByLabelText(/^Client/, { selector: 'input' });
}

const options = () => screen.queryAllByRole('option', { hidden: true }).map(({ textContent }) => textContent);

test('Enter takes the first that answers the words', async () => {
  await user.type(await field(), 'brignais');
  await waitFor(() => expect(options()[0]).toContain(MAYOR.name));
  await user.keyboard('{Enter}');
  expect(choose).toHaveBeenCalledWith(MAYOR, 'brignais');
});

test('Enter on words that are not answered yet waits for the answer, and takes nothing of the one before', async () => {
  const input = await field();
  await user.type(input, 'brignais');
  await waitFor(() => expect(options()[0]).toContain(MAYOR.name));
  answerLater();
  await user.clear(input);
  await user.type(input, 'martin{Enter}');
  expect(choose).not.toHaveBeenCalled();
  expect(options()).toEqual([]);
  await waitFor(() => expect(api.GET).toHaveBeenCalled());
  answer();
  await waitFor(() => expect(choose).toHaveBeenCalledWith(BAKER, 'martin'));
  expect(choose).toHaveBeenCalledTimes(1);
});

test('a choice that is corrected is not offered against the words', async () => {
  const input = await field(MAYOR);
  await user.clear(input);
  await user.type(input, 'martin');
  await waitFor(() => expect(options()[0]).toContain(BAKER.name));
  expect(options().some((text) => text.includes(MAYOR.name))).toBe(false);
  await user.keyboard('{Enter}');
  expect(choose).toHaveBeenCalledWith(BAKER, 'martin');
});

test('an Enter that was waiting makes no new client, and one after the answer does', async () => {
  answerLater();
  await user.type(await field(), 'Fournil{Enter}');
  await waitFor(() => expect(api.GET).toHaveBeenCalled());
  answer();
  expect(await screen.findByRole('option', { name: 'Créer le client « Fournil »' })).toBeDefined();
  expect(makeNew).not.toHaveBeenCalled();
  await user.keyboard('{Enter}');
  expect(makeNew).toHaveBeenCalledWith('Fournil');
});

test('whoever leaves the words finds the choice as it was', async () => {
  const input = await field(MAYOR);
  await user.clear(input);
  await user.type(input, 'martin{Tab}');
  await waitFor(() => expect(input.value).toBe(described(MAYOR)));
  expect(choose).not.toHaveBeenCalled();
});
