import { QueryObserver } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Problem, Unreachable } from './problem';
import { newQueryClient } from './queries';

beforeEach(() => void vi.useFakeTimers());

afterEach(() => void vi.useRealTimers());

const HOUR = 60 * 60_000;

/** Somebody looks at something that cannot be read for so long. */
function look(failure: Error, readableAfter: number) {
  const began = Date.now();
  const read = vi.fn(() => (Date.now() - began < readableAfter ? Promise.reject(failure) : Promise.resolve('what it says')));
  const observer = new QueryObserver(newQueryClient(), { queryKey: ['something'], queryFn: read });
  const leave = observer.subscribe(() => undefined);
  return { read, observer, leave };
}

test('what cannot be reached for long is there by itself once it can be', async () => {
  const { observer, leave } = look(new Unreachable(), HOUR);
  await vi.advanceTimersByTimeAsync(HOUR / 2);
  expect(observer.getCurrentResult().data).toBeUndefined();
  await vi.advanceTimersByTimeAsync(HOUR / 2 + 60_000);
  expect(observer.getCurrentResult().data).toBe('what it says');
  leave();
});

test('what is refused is not asked for again, and nobody asks for what is not looked at', async () => {
  const refused = look(new Problem({ type: 'urn:accord:problem:forbidden', status: 403 } as never), HOUR);
  const left = look(new Unreachable(), HOUR);
  await vi.advanceTimersByTimeAsync(60_000);
  left.leave();
  const asked = left.read.mock.calls.length;
  await vi.advanceTimersByTimeAsync(HOUR);
  expect(refused.read).toHaveBeenCalledTimes(1);
  expect(left.read.mock.calls.length).toBeLessThanOrEqual(asked + 1);
  refused.leave();
});
