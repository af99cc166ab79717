package com.accordenergie.comment;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something was attached.
 *
 * @param attachment null when it was removed
 */
record StaffAttachmentEntry(
    UUID id,
    Instant createdAt,
    StaffEntry.Author author,
    Visibility visibility,
    boolean removed,
    @Nullable StaffAttachment attachment)
    implements StaffEntry {

  @Override
  @JsonProperty
  public ThreadEntries.Kind kind() {
    return ThreadEntries.Kind.ATTACHMENT;
  }
}
