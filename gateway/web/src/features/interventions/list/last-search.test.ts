import { beforeEach, expect, test } from 'vitest';
import { lastSearch, rememberSearch } from './last-search';

beforeEach(() => sessionStorage.clear());

test('whoever comes back to the list finds it as they left it, and nobody else does', () => {
  rememberSearch('anne', { q: 'mairie', category: ['OPEN'], sort: 'dueAt' });
  expect(lastSearch('anne')).toEqual({ q: 'mairie', category: ['OPEN'], sort: 'dueAt' });
  expect(lastSearch('paul')).toEqual({});
});

test('what was kept and is not possible any longer is passed over', () => {
  sessionStorage.setItem('accord-list anne', '{"q":"mairie","sort":"age"}');
  expect(lastSearch('anne')).toMatchObject({ q: 'mairie' });
  expect(lastSearch('anne').sort).toBeUndefined();
});
