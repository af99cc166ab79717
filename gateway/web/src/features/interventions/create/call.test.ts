import { expect, test } from 'vitest';
import type { Urgency } from '@/shared/api/types';
import { usualUrgency } from './call';

/** Offered in no order of their own. */
function usualOf(...codes: string[]): string | null {
  const ranks = ['LOW', 'NORMAL', 'HIGH', 'CRITICAL'];
  return usualUrgency(codes.map((code) => ({ code, rank: ranks.indexOf(code) }) as Urgency));
}

test('a call is as urgent as most are, until somebody says otherwise', () => {
  expect(usualOf('CRITICAL', 'HIGH', 'LOW', 'NORMAL')).toBe('NORMAL');
});

test('without the normal urgency it is the one in the middle of what is offered', () => {
  expect(usualOf('CRITICAL', 'LOW', 'HIGH')).toBe('HIGH');
  expect(usualOf('CRITICAL', 'LOW')).toBe('LOW');
  expect(usualOf('CRITICAL')).toBe('CRITICAL');
  expect(usualOf()).toBeNull();
});
