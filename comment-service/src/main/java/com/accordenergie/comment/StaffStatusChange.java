package com.accordenergie.comment;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A status change with the labels as they read on that day. */
record StaffStatusChange(
    UUID id,
    Instant createdAt,
    StaffEntry.Author author,
    Status from,
    Status to,
    @Nullable String reason)
    implements StaffEntry {

  @Override
  @JsonProperty
  public ThreadEntries.Kind kind() {
    return ThreadEntries.Kind.STATUS_CHANGE;
  }

  @Schema(name = "StaffEntryStatus")
  record Status(String code, String label) {}
}
