import { expect, test } from 'vitest';
import { allItems } from './all-items';

test('a list is read to its end, page after page', async () => {
  const asked: (string | undefined)[] = [];
  const people = await allItems(({ cursor }) => {
    asked.push(cursor);
    return Promise.resolve(cursor ? { items: ['Zoé'], nextCursor: null } : { items: ['Anne', 'Paul'], nextCursor: 'after Paul' });
  });
  expect(people).toEqual(['Anne', 'Paul', 'Zoé']);
  expect(asked).toEqual([undefined, 'after Paul']);
});

test('a list without an end is not read for ever', async () => {
  const all = await allItems(({ limit }) => Promise.resolve({ items: Array.from({ length: limit }, () => 'Anne'), nextCursor: 'more' }));
  expect(all).toHaveLength(5_000);
});
