import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { hearTogether } from './one-ear';
import type { Heard } from './stream';

/** A stream of the server, on which a test speaks. */
class Stream extends EventTarget {
  static open: Stream[] = [];
  onopen: () => void = () => undefined;

  constructor(
    _address: string,
    readonly options?: { fetch: typeof fetch },
  ) {
    super();
    Stream.open.push(this);
  }

  say(id: string, interventionId: string): void {
    const data = JSON.stringify({ type: 'intervention.updated', interventionId });
    this.dispatchEvent(new MessageEvent('intervention.updated', { data, lastEventId: id }));
  }

  close(): void {
    Stream.open = Stream.open.filter((each) => each !== this);
  }
}

vi.mock('eventsource', () => ({ EventSource: Stream }));

/** The browser's locks, as far as tabs need them here. */
class Locks {
  #held = false;
  readonly #waiting: (() => void)[] = [];

  async request(_name: string, options: { ifAvailable?: boolean; signal?: AbortSignal }, act: (lock: object | null) => Promise<unknown>): Promise<unknown> {
    if (this.#held && options.ifAvailable) {
      return act(null);
    }
    while (this.#held) {
      await new Promise<void>((turn, fail) => {
        this.#waiting.push(turn);
        options.signal?.addEventListener('abort', () => fail(new DOMException('left', 'AbortError')));
      });
      options.signal?.throwIfAborted();
    }
    this.#held = true;
    try {
      return await act({});
    } finally {
      this.#held = false;
      this.#waiting.splice(0).forEach((turn) => turn());
    }
  }
}

let tabs: (() => void)[];

beforeEach(() => {
  Stream.open = [];
  tabs = [];
  vi.stubGlobal('EventSource', Stream);
  Object.assign(navigator, { locks: new Locks() });
});

afterEach(() => {
  tabs.forEach((close) => close());
  delete (navigator as { locks?: unknown }).locks;
});

/** Opens a tab, and tells what it hears. */
function tab(): { heard: Heard[]; close: () => void } {
  const heard: Heard[] = [];
  const close = hearTogether((each) => heard.push(each));
  tabs.push(close);
  return { heard, close };
}

async function onlyStream(): Promise<Stream> {
  await vi.waitFor(() => expect(Stream.open).toHaveLength(1), { timeout: 5000 });
  return Stream.open[0] as Stream;
}

const updated = (id: string, interventionId: string) => ({ kind: 'event', id, event: { type: 'intervention.updated', interventionId } });

test('of seven tabs one listens, and all of them hear', async () => {
  const all = Array.from({ length: 7 }, tab);
  const stream = await onlyStream();
  stream.onopen();
  stream.say('1', 'boiler');
  for (const { heard } of all) {
    await vi.waitFor(() => expect(heard).toContainEqual(updated('1', 'boiler')), { timeout: 5000 });
    expect(heard).toContainEqual({ kind: 'live', live: true });
  }
  const late = tab();
  await vi.waitFor(() => expect(late.heard).toContainEqual({ kind: 'live', live: true, last: '1' }), { timeout: 5000 });
  expect(Stream.open).toHaveLength(1);
});

test('when the tab that listens is closed another goes on behind what was heard last', async () => {
  const first = tab();
  const stream = await onlyStream();
  const second = tab();
  stream.say('1', 'boiler');
  await vi.waitFor(() => expect(second.heard).toContainEqual(updated('1', 'boiler')), { timeout: 5000 });
  first.close();

  await vi.waitFor(() => expect(Stream.open[0]).not.toBe(stream), { timeout: 5000 });
  const next = await onlyStream();
  const asked = vi.fn<typeof fetch>();
  vi.stubGlobal('fetch', asked);
  void next.options?.fetch('/api/v1/events', { headers: { Accept: 'text/event-stream' } });
  expect(asked.mock.calls[0]?.[1]?.headers).toMatchObject({ 'Last-Event-ID': '1' });
  next.onopen();
  next.say('2', 'pump');
  expect(second.heard).toContainEqual(updated('2', 'pump'));
  expect(second.heard).not.toContainEqual({ kind: 'missed' });
});

test('where nothing was heard before, what may have been missed is asked for', async () => {
  const first = tab();
  const stream = await onlyStream();
  const second = tab();
  await vi.waitFor(() => expect(second.heard).toContainEqual({ kind: 'live', live: false }), { timeout: 5000 });
  first.close();
  await vi.waitFor(() => expect(Stream.open[0]).not.toBe(stream), { timeout: 5000 });
  (await onlyStream()).onopen();
  expect(second.heard).toContainEqual({ kind: 'missed' });
});

test('a tab that is put to sleep lets another listen, and asks for everything when it wakes', async () => {
  tab();
  const stream = await onlyStream();
  document.dispatchEvent(new Event('freeze'));
  expect(Stream.open).toEqual([]);
  const other = tab();
  expect(await onlyStream()).not.toBe(stream);
  document.dispatchEvent(new Event('resume'));
  expect(other.heard).toContainEqual({ kind: 'missed' });
});

test('where tabs cannot agree each listens for itself', () => {
  delete (navigator as { locks?: unknown }).locks;
  tab();
  tab();
  expect(Stream.open).toHaveLength(2);
});
