import { expect, test } from 'vitest';
import type { Urgency } from '@/shared/api/types';
import { type Call, EMPTY_SITE, emptyCall, rewritten, usualUrgency } from './call';

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

const call: Call = { ...emptyCall(), newClient: { name: 'Fournil', phone: '' }, newSite: EMPTY_SITE, title: 'Four froid' };
const renewed = (change: Partial<Call>) =>
  Object.entries(rewritten(call, change).keys).flatMap(([request, key]) => (key === call.keys[request as 'plan'] ? [] : [request]));

test('what is corrected after it was sent is another request, as is all that builds on it', () => {
  expect(renewed({ newClient: { name: 'Fournil Sud', phone: '' } })).toEqual(['client', 'site', 'intervention', 'plan']);
  expect(renewed({ newSite: { ...EMPTY_SITE, city: 'Lyon' } })).toEqual(['site', 'intervention', 'plan']);
  expect(renewed({ title: 'Four éteint' })).toEqual(['intervention', 'plan']);
  expect(renewed({ minutes: 60 })).toEqual(['plan']);
});

test('what is as it may have been sent stays the same request', () => {
  expect(renewed({ title: call.title, newSite: { ...EMPTY_SITE }, siteWords: 'rue du four' })).toEqual([]);
});
