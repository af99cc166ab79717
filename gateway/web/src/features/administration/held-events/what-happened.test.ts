import { expect, test } from 'vitest';
import { nameOf, versionsOf } from './what-happened';

test.each([
  ['com.accordenergie.user.updated.v1', 'user.updated'],
  ['com.accordenergie.intervention.status-changed.v12', 'intervention.status-changed'],
  ['org.example.other', 'org.example.other'],
])('%s is %s', (type, name) => {
  expect(nameOf(type)).toBe(name);
});

test('a row of versions is told by its ends', () => {
  expect(versionsOf({ sequence: 1, lastSequence: 3 })).toBe('1 – 3');
  expect(versionsOf({ sequence: 2, lastSequence: 2 })).toBe('2');
  expect(versionsOf({ sequence: 4, lastSequence: null })).toBe('4');
  expect(versionsOf({})).toBe('—');
});
