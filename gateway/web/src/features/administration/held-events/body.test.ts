import { expect, test } from 'vitest';
import { readable } from './body';

test('what is JSON is shown in lines', () => {
  expect(readable('{"id":"1","data":{"name":"A"}}')).toBe('{\n  "id": "1",\n  "data": {\n    "name": "A"\n  }\n}');
});

test.each(['', 'no JSON at all', '{"id":"1","data":{"na'])('%j is shown as it came', (body) => {
  expect(readable(body)).toBe(body);
});
