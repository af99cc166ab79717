package com.accordenergie.comment;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A status change in the client's words, in French as they read on that day.
 *
 * @param clientReason the reason that stands in the label of {@code to}, for whoever words it in another
 *     language; null where there is none that is theirs to read
 */
record ClientStatusChange(
    UUID id,
    Instant createdAt,
    ClientEntry.Author author,
    Status from,
    Status to,
    @Nullable String clientReason)
    implements ClientEntry {

  @Override
  @JsonProperty
  public ThreadEntries.Kind kind() {
    return ThreadEntries.Kind.STATUS_CHANGE;
  }

  @Schema(name = "ClientEntryStatus")
  record Status(String code, String label) {}
}
