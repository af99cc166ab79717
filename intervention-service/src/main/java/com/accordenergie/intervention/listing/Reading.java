package com.accordenergie.intervention.listing;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One page to be read.
 *
 * @param after the last row of the page before, null for the first page
 * @param rows how many rows at most
 */
record Reading(
    Criteria criteria, Narrowing narrowing, Instant now, @Nullable Position after, int rows) {

  /**
   * Where a row stands in the list.
   *
   * @param time null when the list is sorted by creation: then the id says it all
   */
  record Position(@Nullable Instant time, UUID id) {}

  Order order() {
    return criteria.order();
  }
}
