/**
 * The places to give so that one row changes sides with its neighbour: the two that it takes, unless
 * rows share a place; then all get one of their own, ten apart.
 */
export function exchanged<R>(rows: R[], row: R, by: 1 | -1, placeOf: (row: R) => number): [R, number][] {
  const from = rows.indexOf(row);
  const to = from + by;
  const other = rows[to];
  if (from < 0 || !other) {
    return [];
  }
  if (placeOf(other) !== placeOf(row)) {
    return [
      [row, placeOf(other)],
      [other, placeOf(row)],
    ];
  }
  const ordered = rows.filter((each) => each !== row);
  ordered.splice(to, 0, row);
  return ordered.map((each, index): [R, number] => [each, (index + 1) * 10]).filter(([each, place]) => placeOf(each) !== place);
}
