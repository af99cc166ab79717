import { expect, test } from 'vitest';
import { decoded } from './decode';

/** Of letters that have the same number in Unicode and in Windows-1252. */
const TABLE = 'nom;téléphone;ville\r\nCafé « Zoé »;04 72 00 00 00;Saint-Étienne\r\n';

test.each([
  ['UTF-8', new TextEncoder().encode(TABLE)],
  ['UTF-8 with its mark', new TextEncoder().encode(`\uFEFF${TABLE}`)],
  ['Windows-1252', Uint8Array.from(TABLE, (letter) => letter.charCodeAt(0))],
])('a table in %s is read letter by letter as it was written', (_, bytes) => {
  expect(decoded(bytes.buffer)).toBe(TABLE);
});
