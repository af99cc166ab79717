import { expect, test } from 'vitest';
import openapi from '../../../openapi.json?raw';
import { keptShape } from './kept-shape';

type Api = Parameters<typeof keptShape>[0];

const API = JSON.parse(openapi) as Api;

/** The API with one piece of its text replaced. */
function changed(from: RegExp, to: string): Api {
  const text = JSON.stringify(API);
  expect(text).toMatch(from);
  return JSON.parse(text.replace(from, to)) as Api;
}

const now = keptShape(API);

test('another build of the same API reads what a device kept', () => {
  expect(keptShape(JSON.parse(JSON.stringify(API)) as Api)).toBe(now);
  expect(keptShape(changed(/The caller, who is still let in/, 'Whoever asks'))).toBe(now);
});

test('a change of what is not kept empties no device', () => {
  expect(keptShape(changed(/"LiveEvent":\{"type":"object"/, '"LiveEvent":{"type":"string"'))).toBe(now);
});

test('a change of what is kept is another shape', () => {
  expect(keptShape(changed(/"technicianName"/g, '"technician"'))).not.toBe(now);
  expect(keptShape(changed(/"statusSince"/g, '"since"'))).not.toBe(now);
});
