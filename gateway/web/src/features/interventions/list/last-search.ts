import { type Filter, filterSchema } from './filter';

const key = (userId: string): string => `accord-list ${userId}`;

/** What the list was narrowed to and ordered by when it was last seen in this tab. */
export function lastSearch(userId: string): Filter {
  return filterSchema.parse(JSON.parse(sessionStorage.getItem(key(userId)) ?? '{}'));
}

export function rememberSearch(userId: string, filter: Filter): void {
  sessionStorage.setItem(key(userId), JSON.stringify(filter));
}
