import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exchanged } from './order';

const rows = fc
  .array(fc.integer({ min: 0, max: 40 }), { minLength: 2, maxLength: 12 })
  .map((places) => places.sort((one, other) => one - other).map((place, number) => ({ name: `row ${number}`, place })));

test('a row changes sides with its neighbour and nothing else moves', () => {
  fc.assert(
    fc.property(rows, fc.nat(), fc.constantFrom(1 as const, -1 as const), (list, chosen, by) => {
      const from = chosen % list.length;
      const row = list[from];
      const places = new Map(exchanged(list, row, by, (each) => each?.place ?? 0));
      const after = list
        .map((each, index) => ({ each, index, place: places.get(each) ?? each.place }))
        .sort((one, other) => one.place - other.place || one.index - other.index)
        .map(({ each }) => each);
      const expected = [...list];
      const to = from + by;
      if (to >= 0 && to < list.length && row) {
        expected.splice(from, 1);
        expected.splice(to, 0, row);
      }
      expect(after).toEqual(expected);
    }),
  );
});
