package com.accordenergie.intervention.listing;

import com.accordenergie.intervention.workflow.Category;
import com.accordenergie.platform.identity.Caller;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks a list for; empty sets and nulls ask for nothing.
 *
 * @param from the earliest time of the sort key
 * @param to the time of the sort key to stop before
 */
record Criteria(
    Caller reader,
    Set<String> statuses,
    Set<Category> categories,
    Set<String> urgencies,
    @Nullable UUID clientId,
    @Nullable UUID siteId,
    @Nullable UUID technicianId,
    @Nullable UUID ownerId,
    @Nullable Instant from,
    @Nullable Instant to,
    @Nullable Boolean overdue,
    @Nullable SearchWords words,
    Order order) {

  /** What a cursor is bound to: everything. */
  String context() {
    return toString();
  }

  boolean namesStatuses() {
    return !statuses.isEmpty() || !categories.isEmpty();
  }

  boolean namesCodes() {
    return namesStatuses() || !urgencies.isEmpty();
  }
}
