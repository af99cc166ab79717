import { act, cleanup, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useRelative, useToday } from './now';

beforeEach(() => void vi.useFakeTimers());

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const pass = (minutes: number): void => act(() => void vi.advanceTimersByTime(minutes * 60_000));

test('what is due comes nearer and goes by, and is drawn again only when the words change', () => {
  vi.setSystemTime('2026-11-26T14:00:00Z');
  let drawn = 0;
  const { result } = renderHook(() => {
    drawn++;
    return useRelative('2026-11-26T16:00:00Z');
  });
  expect(result.current).toBe('dans 2 heures');
  const before = drawn;
  pass(1);
  expect(result.current).toBe('dans 1 heure');
  pass(50);
  expect(result.current).toBe('dans 1 heure');
  expect(drawn).toBe(before + 1);
  pass(29);
  expect(result.current).toBe('dans 40 minutes');
  pass(45);
  expect(result.current).toBe('il y a 5 minutes');
});

test('at midnight in Paris it is another day', () => {
  vi.setSystemTime('2026-11-26T22:58:00Z');
  const { result } = renderHook(useToday);
  expect(result.current).toBe('2026-11-26');
  pass(3);
  expect(result.current).toBe('2026-11-27');
});

test('a page that was out of sight tells the truth as soon as it is seen', () => {
  vi.setSystemTime('2026-11-26T14:00:00Z');
  const { result } = renderHook(() => useRelative('2026-11-26T16:00:00Z'));
  vi.setSystemTime('2026-11-26T18:00:00Z');
  act(() => void document.dispatchEvent(new Event('visibilitychange')));
  expect(result.current).toBe('il y a 2 heures');
});
