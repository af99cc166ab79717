import type { PointGroup } from 'signature_pad';
import { expect, test } from 'vitest';
import { fitted } from './strokes';

const UPRIGHT = { width: 360, height: 300 };
const LYING = { width: 720, height: 150 };

const stroke = (...points: [x: number, y: number][]): PointGroup[] =>
  [{ penColor: '#101828', points: points.map(([x, y]) => ({ x, y, pressure: 0.5, time: 0 })) }] as unknown as PointGroup[];
const points = (strokes: PointGroup[]) => strokes.flatMap((each) => each.points.map(({ x, y }) => [x, y]));

test('a signature lies within the sheet when the telephone is turned, in its own proportions', () => {
  expect(points(fitted(stroke([0, 0], [360, 300]), UPRIGHT, LYING))).toEqual([[0, 0], [180, 150]]);
});

test('turned back it is as it was', () => {
  const signature = stroke([10, 20], [350, 290]);
  expect(fitted(signature, UPRIGHT, UPRIGHT)).toBe(signature);
});

test('one that was kept before its sheet was is drawn within as well', () => {
  expect(points(fitted(stroke([0, 0], [360, 300]), undefined, LYING))).toEqual([[0, 0], [180, 150]]);
  const small = stroke([10, 10], [100, 100]);
  expect(fitted(small, undefined, LYING)).toBe(small);
});
