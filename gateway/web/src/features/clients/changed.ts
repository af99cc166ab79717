type Fields = Record<string, string>;

/** A merge patch (RFC 7396) of what differs: what was emptied is taken away, hence null. */
export function changed<T extends Fields>(values: T, initial: T): Partial<T> {
  return Object.fromEntries(
    Object.entries(values)
      .filter(([name, value]) => value !== initial[name])
      .map(([name, value]) => [name, value.trim() === '' ? null : value]),
  ) as Partial<T>;
}

/** For something new: what was left empty is not there. */
export function orNothing<T extends Fields>(values: T): { [K in keyof T]: string | null } {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value.trim() === '' ? null : value])) as {
    [K in keyof T]: string | null;
  };
}
