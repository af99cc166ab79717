import { expect, test } from 'vitest';
import { jwkOf } from './public-key';

test('a key is an object, whatever is in it', () => {
  expect(jwkOf(' {"kty":"EC","crv":"P-256","x":"a","y":"b"}\n')).toEqual({ kty: 'EC', crv: 'P-256', x: 'a', y: 'b' });
});

test.each(['', 'null', '[]', '"EC"', '-----BEGIN PUBLIC KEY-----', '{"kty": "EC"'])('%j is none', (text) => {
  expect(jwkOf(text)).toBeNull();
});
