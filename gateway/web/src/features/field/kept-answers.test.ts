import { QueryClient } from '@tanstack/react-query';
import Dexie from 'dexie';
import { expect, test, vi } from 'vitest';
import { keys } from '@/shared/api/keys';
import { keepAnswers, restoreAnswers } from './kept-answers';

/** What this device keeps, as it is stored. */
async function stored(change?: (value: string) => string): Promise<string | undefined> {
  const database = await new Dexie('accord-answers').open();
  const answers = database.table<{ key: string; value: string }, string>('answers');
  const kept = await answers.get('queries');
  if (kept && change) {
    await answers.put({ ...kept, value: change(kept.value) });
  }
  database.close();
  return kept?.value;
}

async function keep(): Promise<void> {
  const queries = new QueryClient();
  const stop = keepAnswers(queries);
  queries.setQueryData(keys.me, { id: 'tech' });
  await vi.waitFor(async () => expect(await stored()).toContain('tech'), { timeout: 5000 });
  stop();
}

async function startAgain(): Promise<unknown> {
  const queries = new QueryClient();
  await restoreAnswers(queries).catch(() => undefined);
  return queries.getQueryData(keys.me);
}

test('what a technician had read is there at the next start', async () => {
  await keep();
  expect(await startAgain()).toEqual({ id: 'tech' });
});

test('what has another shape is left alone, and does not come in the way', async () => {
  await keep();
  await stored((value) => value.replace(__KEPT_SHAPE__, 'another'));
  expect(await startAgain()).toBeUndefined();
  await keep();
  await stored(() => '{"clientState":');
  vi.spyOn(console, 'error').mockReturnValue();
  vi.spyOn(console, 'warn').mockReturnValue();
  expect(await startAgain()).toBeUndefined();
  expect(await stored()).toBeUndefined();
});
