import type { SavedView } from '@/shared/api/types';
import { COLUMN_NAMES, type ColumnName, SHOWN_AT_FIRST } from './columns';
import { type Filter, filterSchema } from './filter';

const LIST = 'interventions';
/** The columns that somebody chose last are kept as a view of a list of their own. */
const CHOICE = { list: 'interventions-columns', name: 'columns' };

/** How many can be kept beside the choice of columns: twenty in all. */
export const MOST_VIEWS = 19;

/** The views that somebody has given a name. */
export function namedViews(all: SavedView[]): SavedView[] {
  return all.filter((view) => view.list === LIST);
}

/** With what is on the screen kept under a name, in the place of what was. */
export function withView(all: SavedView[], name: string, filter: Filter, shown: ColumnName[]): SavedView[] {
  return [...withoutView(all, name), { list: LIST, name, query: written(filter, shown) }];
}

export function withoutView(all: SavedView[], name: string): SavedView[] {
  return all.filter((view) => view.list !== LIST || view.name !== name);
}

/** What a view asks for and shows; what it says wrongly, or in the words of an older version, is passed over. */
export function filterOf(view: SavedView): Filter {
  return filterSchema.parse(read(view));
}

/** Whether the screen shows just this; a view that names no columns takes any. */
export function isOpen(view: SavedView, filter: Filter, shown: ColumnName[]): boolean {
  const kept = filterOf(view);
  return written(kept, kept.columns ?? shown) === written(filter, shown);
}

/** The columns that somebody chose last, on any of their devices. */
export function chosenColumns(all: SavedView[]): ColumnName[] | undefined {
  const kept = all.find((view) => view.list === CHOICE.list);
  return kept && filterOf(kept).columns;
}

export function withColumns(all: SavedView[], columns: ColumnName[]): SavedView[] {
  return [...all.filter((view) => view.list !== CHOICE.list), { ...CHOICE, query: JSON.stringify({ columns: inOrder(columns) }) }];
}

export function inOrder(columns: ColumnName[]): ColumnName[] {
  return COLUMN_NAMES.filter((name) => columns.includes(name));
}

function written(filter: Filter, shown: ColumnName[]): string {
  const columns = inOrder(shown);
  // In the order of the schema, so that the same view is always written in the same way.
  const { columns: _, ...kept } = filterSchema.parse(filter);
  return JSON.stringify(columns.join() === SHOWN_AT_FIRST.join() ? kept : { ...kept, columns });
}

function read(view: SavedView): unknown {
  try {
    return JSON.parse(view.query) ?? {};
  } catch {
    return {};
  }
}
