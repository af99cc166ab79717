package com.accordenergie.user.imports;

/** What can be wrong with a table, for programs; the detail says it for people, in English. */
public enum Mistake {
  /** There is no first line. */
  EMPTY_TABLE,
  /** A quote is not closed, or stands astray. */
  NOT_CSV,
  /** It is written in another encoding. */
  NOT_UTF_8,
  TOO_MANY_LINES,
  /** A title in the first line that means nothing. */
  UNKNOWN_COLUMN,
  COLUMN_TWICE,
  COLUMN_MISSING,
  /** More or fewer cells than the first line has titles. */
  CELL_COUNT,
  CONTROL_CHARACTERS,
  /** A cell that has to be filled is empty. */
  VALUE_MISSING,
  /** A cell that breaks the rules of its column. */
  VALUE_IMPOSSIBLE,
  /** The username or the address of somebody else. */
  VALUE_TAKEN,
  /** Another line of the table has it already. */
  VALUE_TWICE,
  SEVERAL_CLIENTS,
  CLIENT_RETIRED,
  /** Another line says otherwise of the same client. */
  CLIENT_DIFFERS,
  /** The same client once more, without a site. */
  CLIENT_TWICE,
  SITE_TWICE
}
