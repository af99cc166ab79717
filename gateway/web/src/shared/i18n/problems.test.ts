import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import english from './common.en';
import french from './common.fr';

/** Not the API's: what never reached it, and what nobody has named. */
const OURS = ['unknown', 'unreachable'];

const told = [...readFileSync('../../docs/problems.md', 'utf8').matchAll(/^\| `([a-z-]+)` \| \d{3} \|/gm)].map(([, code]) => code);

test.each([
  ['French', french],
  ['English', english],
])('every problem of the API is told in %s', (_, texts) => {
  expect(told.length).toBeGreaterThan(40);
  expect(Object.keys(texts.problem).sort()).toEqual([...told, ...OURS].sort());
});
