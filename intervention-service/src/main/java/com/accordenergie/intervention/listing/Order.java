package com.accordenergie.intervention.listing;

import com.accordenergie.platform.problem.Problems;

/** A sort key and its direction; the id decides between equals, in the same direction. */
record Order(SortKey key, boolean descending) {

  static final Order NEWEST_FIRST = new Order(SortKey.CREATED_AT, true);
  static final Order MOST_URGENT_FIRST = new Order(SortKey.DUE_AT, false);

  static Order parse(String text) {
    boolean descending = text.startsWith("-");
    String name = descending ? text.substring(1) : text;
    for (SortKey key : SortKey.values()) {
      if (key.parameter().equals(name)) {
        return new Order(key, descending);
      }
    }
    throw Problems.malformed(
        "?sort", "It takes createdAt, plannedStart or dueAt, with a - in front to turn it round.");
  }

  String beyond() {
    return descending ? "<" : ">";
  }

  String direction() {
    return descending ? "desc" : "asc";
  }

  @Override
  public String toString() {
    return (descending ? "-" : "") + key.parameter();
  }
}
