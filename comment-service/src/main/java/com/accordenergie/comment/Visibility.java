package com.accordenergie.comment;

/** For whom a comment is written. It never changes: what was internal stays so. */
public enum Visibility {
  /** For all who may see the intervention, its client included. */
  PUBLIC,
  /** For staff only. */
  INTERNAL
}
