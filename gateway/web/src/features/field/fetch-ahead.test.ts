import type { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { api } from '@/shared/api/client';
import { keys } from '@/shared/api/keys';
import { queriesOf } from '@/shared/testing/show';
import { fetchAhead } from './fetch-ahead';

let queries: QueryClient;
let stop: () => void;
let said: string[];

beforeEach(() => {
  said = [];
  const answer = (route: string) => ({ data: route.endsWith('/comments') ? { items: said.map((body) => ({ kind: 'COMMENT', body })) } : {} });
  vi.spyOn(api, 'GET').mockImplementation(((route: string) => Promise.resolve(answer(route))) as never);
  queries = queriesOf();
  stop = fetchAhead(queries, ['today', 'tomorrow']);
});

afterEach(() => {
  stop();
  queries.clear();
});

/** Of which jobs something was asked for. */
const asked = () =>
  new Set((vi.mocked(api.GET).mock.calls as unknown as [string, { params: { path: { id: string } } }][]).map(([, { params }]) => params.path.id));
const thread = (id: string) => JSON.stringify(queries.getQueryData(keys.thread(id)));

test('what the desk says of a job is on the device, though nobody has it open', async () => {
  await vi.waitFor(() => expect(thread('tomorrow')).toBeDefined(), { timeout: 5000 });
  said = ['Le gardien est absent'];
  void queries.invalidateQueries({ queryKey: keys.thread('today') });
  await vi.waitFor(() => expect(thread('today')).toContain('Le gardien est absent'), { timeout: 5000 });
  expect(thread('tomorrow')).not.toContain('Le gardien est absent');
});

test('what is said of somebody else’s job is not asked for', async () => {
  await vi.waitFor(() => expect(thread('tomorrow')).toBeDefined(), { timeout: 5000 });
  queries.setQueryData(keys.thread('past'), { pages: [], pageParams: [] });
  vi.mocked(api.GET).mockClear();
  void queries.invalidateQueries({ queryKey: keys.thread('past') });
  await new Promise((later) => setTimeout(later, 200));
  expect(api.GET).not.toHaveBeenCalled();
});

test('of jobs that are on the device none is read again because another has come', async () => {
  await vi.waitFor(() => expect(thread('tomorrow')).toBeDefined(), { timeout: 5000 });
  stop();
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 10 * 60_000 });
  vi.mocked(api.GET).mockClear();
  stop = fetchAhead(queries, ['today', 'tomorrow', 'next week']);
  await vi.waitFor(() => expect(thread('next week')).toBeDefined(), { timeout: 5000 });
  vi.useRealTimers();
  expect(asked()).toEqual(new Set(['next week']));
});

test('what the device kept from before is read again, though it is not old', async () => {
  stop();
  const before = { updatedAt: performance.timeOrigin - 60_000 };
  queries.setQueryData(keys.intervention('past'), {}, before);
  queries.setQueryData(keys.thread('past'), { pages: [], pageParams: [] }, before);
  vi.mocked(api.GET).mockClear();
  stop = fetchAhead(queries, ['past']);
  await vi.waitFor(() => expect(asked()).toEqual(new Set(['past'])), { timeout: 5000 });
});
