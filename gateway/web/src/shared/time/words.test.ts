import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { dateTime, slot } from './words';

beforeEach(() => {
  vi.useFakeTimers();
  vi.setSystemTime('2026-11-26T14:00:00Z');
});

afterEach(() => void vi.useRealTimers());

test('a time of this year is told without it, another with it', () => {
  expect(dateTime('2026-11-26T13:30:00Z')).toBe('jeu. 26 nov., 14:30');
  expect(dateTime('2025-11-26T13:30:00Z')).toBe('mer. 26 nov. 2025, 14:30');
  expect(slot('2027-01-04T08:00:00Z', '2027-01-04T10:00:00Z')).toBe('lun. 4 janv. 2027, 09:00 – 11:00');
});

test('the year begins when it does in Paris', () => {
  expect(dateTime('2026-12-31T22:30:00Z')).toBe('jeu. 31 déc., 23:30');
  expect(dateTime('2026-12-31T23:30:00Z')).toBe('ven. 1 janv. 2027, 00:30');
});
