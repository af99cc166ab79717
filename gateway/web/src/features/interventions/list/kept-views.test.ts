import { expect, test } from 'vitest';
import type { ColumnName } from './columns';
import { SHOWN_AT_FIRST } from './columns';
import type { Filter } from './filter';
import { chosenColumns, filterOf, isOpen, namedViews, withColumns, withoutView, withView } from './kept-views';

const LATE: Filter = { overdue: true, sort: '-dueAt' };
const FEW: ColumnName[] = ['title', 'due', 'owner'];

test('a view keeps how the list is narrowed and which columns it shows', () => {
  const [view] = withView([], 'Retards', LATE, FEW);
  expect(view && filterOf(view)).toEqual({ ...LATE, columns: FEW });
});

test('a view is open while the screen shows just what it keeps', () => {
  const [view] = withView([], 'Retards', LATE, FEW);
  expect(view && isOpen(view, { ...LATE }, FEW)).toBe(true);
  expect(view && isOpen(view, { ...LATE, urgency: ['HIGH'] }, FEW)).toBe(false);
  expect(view && isOpen(view, LATE, SHOWN_AT_FIRST)).toBe(false);
});

test('a view from before columns were kept is open with any columns', () => {
  const view = { list: 'interventions', name: 'Retards', query: '{"overdue":true}' };
  expect(isOpen(view, { overdue: true }, FEW)).toBe(true);
});

test('the columns chosen last are kept beside the views, and are none of them', () => {
  const views = withColumns(withView([], 'Retards', LATE, FEW), ['due', 'title']);
  expect(chosenColumns(views)).toEqual(['title', 'due']);
  expect(namedViews(views).map(({ name }) => name)).toEqual(['Retards']);
  expect(chosenColumns(withColumns(views, FEW))).toEqual(FEW);
});

test('a view of the same name is replaced, and another list’s of that name stays', () => {
  const clients = { list: 'clients', name: 'Retards', query: '' };
  const views = withView(withView([clients], 'Retards', LATE, FEW), 'Retards', { q: 'gaz' }, FEW);
  expect(views).toHaveLength(2);
  expect(withoutView(views, 'Retards')).toEqual([clients]);
});

test('what nobody can read any more narrows nothing', () => {
  expect(filterOf({ list: 'interventions', name: 'cassée', query: '{"overdue":' })).toEqual({});
  expect(filterOf({ list: 'interventions', name: 'ancienne', query: '{"columns":["gone"],"sort":"gone"}' })).toEqual({});
});
