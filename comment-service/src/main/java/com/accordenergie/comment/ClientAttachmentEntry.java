package com.accordenergie.comment;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something public was attached.
 *
 * @param attachment null when it was removed
 */
record ClientAttachmentEntry(
    UUID id,
    Instant createdAt,
    ClientEntry.Author author,
    boolean removed,
    @Nullable ClientAttachment attachment)
    implements ClientEntry {

  @Override
  @JsonProperty
  public ThreadEntries.Kind kind() {
    return ThreadEntries.Kind.ATTACHMENT;
  }
}
