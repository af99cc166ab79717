import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { attach } from '@/shared/attachments/attach';
import { api, askAs } from './client';
import { apiServer } from '@/shared/queue/api-server';
import { isPassing, type Problem } from './problem';

// A browser knows where an address without a host leads; it has to before the client is made.
vi.hoisted(() => {
  globalThis.Request = class extends Request {
    constructor(input: RequestInfo | URL, init?: RequestInit) {
      super(typeof input === 'string' ? new URL(input, window.location.href) : input, init);
    }
  };
});

/** A server that takes a request and says nothing. */
const silence = (_: unknown, init?: RequestInit): Promise<Response> =>
  new Promise((_answer, fail) => init?.signal?.addEventListener('abort', () => fail(init.signal?.reason as Error)));
const server = vi.fn<(request: Request, init?: RequestInit) => Promise<Response>>();

/** What becomes of it after so many milliseconds. */
async function after(milliseconds: number, request: Promise<unknown>): Promise<unknown> {
  let end: unknown = 'waits';
  request.then(
    () => (end = 'done'),
    (failure: unknown) => (end = failure),
  );
  await vi.advanceTimersByTimeAsync(milliseconds);
  return end;
}

beforeEach(() => {
  vi.useFakeTimers();
  // Real time is not for tests.
  vi.spyOn(AbortSignal, 'timeout').mockImplementation((milliseconds) => {
    const limit = new AbortController();
    setTimeout(() => limit.abort(new DOMException('too late', 'TimeoutError')), milliseconds);
    return limit.signal;
  });
  vi.stubGlobal('fetch', server.mockReset().mockImplementation(silence));
});

afterEach(() => vi.useRealTimers());

const photo = (bytes: number) => ({ key: 'one', file: new Blob([new Uint8Array(bytes)]), kind: 'PHOTO', visibility: 'PUBLIC' }) as const;

test('a server that says nothing is given up after a while, for now', async () => {
  const request = api.GET('/api/v1/me');
  expect(await after(14_000, request)).toBe('waits');
  expect(isPassing(await after(2_000, request))).toBe(true);
});

test('a large photo may take longer, and not for ever', async () => {
  const request = attach('one', photo(1_000_000));
  expect(await after(100_000, request)).toBe('waits');
  expect(isPassing(await after(20_000, request))).toBe(true);
});

test('an answer that stops in the middle is no answer', async () => {
  server.mockImplementation(() => Promise.resolve(new Response(new ReadableStream({ pull: () => Promise.reject(new TypeError('cut')) }))));
  expect(isPassing(await after(0, api.GET('/api/v1/me')))).toBe(true);
});

test('whoever takes a request back is not told that nobody answered', async () => {
  const taken = new AbortController();
  const request = api.GET('/api/v1/me', { signal: taken.signal });
  expect(await after(1_000, request)).toBe('waits');
  taken.abort();
  const end = await after(0, request);
  expect([isPassing(end), (end as Error).name]).toEqual([false, 'AbortError']);
});

test('what comes in time comes whole', async () => {
  server.mockImplementation(() => Promise.resolve(Response.json({ id: 'tech' }, { headers: { ETag: '"3"' } })));
  const { data, response } = await api.GET('/api/v1/me');
  expect([data, response.headers.get('ETag')]).toEqual([{ id: 'tech' }, '"3"']);
  server.mockImplementation(() => Promise.resolve(new Response(null, { status: 204 })));
  expect((await api.DELETE('/api/v1/comments/{id}', { params: { path: { id: 'one' }, header: { 'If-Match': '"1"' } } })).response.status).toBe(204);
  server.mockImplementation(() => Promise.resolve(Response.json({ type: 'urn:accord:problem:not-found', title: '', status: 404 }, { status: 404 })));
  const refused = await api.GET('/api/v1/me').catch((problem: unknown) => problem);
  expect((refused as Problem).status).toBe(404);
});

test('changes are asked for as whoever is here, and what waited as whoever did it', async () => {
  server.mockImplementation(() => Promise.resolve(Response.json({ version: 1 })));
  const asked = () => server.mock.calls.map(([request]) => request.headers.get('Accord-Person'));
  askAs('claire');
  await api.GET('/api/v1/me');
  await api.POST('/api/v1/clients', { body: { name: 'Mairie' } as never });
  expect(asked()).toEqual([null, 'claire']);

  server.mockClear();
  const act = { id: 'one', userId: 'karim', interventionId: 'two', at: '2026-11-28T10:00:00Z' };
  const queue = apiServer('karim');
  await queue.read('two');
  await queue.move({ ...act, kind: 'step', to: 'EN_ROUTE' }, 1);
  await queue.tellTimes('two', 1, { actualStart: act.at });
  await queue.comment({ ...act, kind: 'comment', body: 'Pompe grippée', visibility: 'INTERNAL' });
  await queue.attach({ ...act, kind: 'attachment', attachment: 'PHOTO', visibility: 'PUBLIC', file: new Blob(['x']) });
  expect(asked()).toEqual(Array.from({ length: 5 }, () => 'karim'));
});
