package com.accordenergie.comment;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;

/** A status change in the client's words; a reason stands in the label, or is not theirs to read. */
record ClientStatusChange(
    UUID id, Instant createdAt, ClientEntry.Author author, Status from, Status to)
    implements ClientEntry {

  @Override
  @JsonProperty
  public ThreadEntries.Kind kind() {
    return ThreadEntries.Kind.STATUS_CHANGE;
  }

  @Schema(name = "ClientEntryStatus")
  record Status(String code, String label) {}
}
