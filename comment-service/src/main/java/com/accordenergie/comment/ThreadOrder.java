package com.accordenergie.comment;

import com.accordenergie.platform.problem.Problems;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Which end of the thread comes first, with the SQL for it. The position is compared in the expanded
 * form, which both databases read straight off the index; a row constructor they would not.
 */
enum ThreadOrder {
  OLDEST_FIRST(
      "createdAt",
      "and t.occurred_at >= :at and (t.occurred_at > :at or t.id > :id)",
      "order by t.occurred_at, t.id"),
  NEWEST_FIRST(
      "-createdAt",
      "and t.occurred_at <= :at and (t.occurred_at < :at or t.id < :id)",
      "order by t.occurred_at desc, t.id desc");

  private final String key;
  private final String after;
  private final String orderBy;

  ThreadOrder(String key, String after, String orderBy) {
    this.key = key;
    this.after = after;
    this.orderBy = orderBy;
  }

  static ThreadOrder of(@Nullable String sort) {
    if (sort == null) {
      return OLDEST_FIRST;
    }
    return Arrays.stream(values())
        .filter(order -> order.key.equals(sort))
        .findFirst()
        .orElseThrow(
            () -> Problems.malformed("?sort", "A thread is sorted by createdAt or -createdAt."));
  }

  String key() {
    return key;
  }

  String after() {
    return after;
  }

  String orderBy() {
    return orderBy;
  }
}
