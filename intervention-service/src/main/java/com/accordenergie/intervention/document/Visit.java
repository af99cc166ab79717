package com.accordenergie.intervention.document;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An intervention as its client may read it.
 *
 * @param status in the client's wording, as those of the steps
 * @param site null when user-service has not told of it yet
 */
record Visit(
    UUID id,
    long version,
    String reference,
    String title,
    String description,
    String status,
    String urgency,
    @Nullable String client,
    @Nullable Place site,
    @Nullable String technician,
    @Nullable Instant plannedStart,
    @Nullable Instant plannedEnd,
    @Nullable Instant actualStart,
    @Nullable Instant actualEnd,
    @Nullable String report,
    boolean hasReport,
    boolean cancelled,
    Instant createdAt,
    Instant updatedAt,
    List<Step> steps) {

  /** Without how to get in: paper lies about. */
  record Place(
      String name,
      String addressLine,
      String postalCode,
      String city,
      @Nullable String contactName,
      @Nullable String contactPhone) {

    String inOneLine() {
      return "%s, %s, %s %s".formatted(name, addressLine, postalCode, city);
    }
  }

  record Step(Instant at, String label) {}
}
