import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { titlesOf } from './table';
import english from './texts.en';
import french from './texts.fr';

interface Description {
  components: { schemas: { ImportError: { properties: { code: { enum: string[] } } } } };
}

const description = JSON.parse(readFileSync('openapi.json', 'utf8')) as Description;
const codes = description.components.schemas.ImportError.properties.code.enum;

test.each([
  ['French', french],
  ['English', english],
])('every mistake that the API knows is told in %s', (_, texts) => {
  expect([...Object.keys(texts.mistake), ...Object.keys(texts.unreadable)].sort()).toEqual([...codes].sort());
});

test('every column says what it takes', () => {
  const columns = [...titlesOf('clients', 'en'), ...titlesOf('technicians', 'en')];
  expect(Object.keys(french.possible).sort()).toEqual([...new Set(columns)].sort());
});
