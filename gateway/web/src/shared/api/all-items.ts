interface PageOf<T> {
  items: T[];
  nextCursor?: string | null;
}

/** As many as a list holds that somebody chooses from: it ends, whatever the server answers. */
const MOST = 5_000;

/** As many as a page can hold. */
const AT_ONCE = 100;

/** All that a list has, page after page. */
export async function allItems<T>(read: (page: { limit: number; cursor?: string }) => Promise<PageOf<T>>): Promise<T[]> {
  const items: T[] = [];
  let cursor: string | null | undefined;
  do {
    const page = await read({ limit: AT_ONCE, ...(cursor ? { cursor } : {}) });
    items.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor && items.length < MOST);
  return items;
}
