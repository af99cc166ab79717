/** A merge patch (RFC 7396) of what differs: lists as a whole and in any order, what was emptied as null. */
export function differences<T extends { [K in keyof T]: string | string[] }>(values: T, initial: T): Partial<T> {
  return Object.fromEntries(
    Object.entries<string | string[]>(values)
      .filter(([name, value]) => !isSame(value, initial[name as keyof T]))
      .map(([name, value]) => [name, typeof value === 'string' && value.trim() === '' ? null : value]),
  ) as Partial<T>;
}

function isSame(one: string | string[], other: string | string[]): boolean {
  return Array.isArray(one) && Array.isArray(other)
    ? one.length === other.length && one.every((each) => other.includes(each))
    : one === other;
}
