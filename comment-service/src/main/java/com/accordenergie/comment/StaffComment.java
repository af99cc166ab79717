package com.accordenergie.comment;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * @param body null when it was removed
 * @param writtenAt when it was really written, where that was before it came; null where it was not
 * @param mine whether the reader wrote it
 * @param changeableUntil until when the reader may change it, null when they may not
 */
record StaffComment(
    UUID id,
    UUID interventionId,
    Instant createdAt,
    StaffEntry.Author author,
    boolean mine,
    Visibility visibility,
    @Nullable String body,
    @Nullable Instant writtenAt,
    boolean removed,
    Instant changedAt,
    @Nullable Instant changeableUntil,
    long version)
    implements StaffEntry, CommentView {

  @Override
  @JsonProperty
  public ThreadEntries.Kind kind() {
    return ThreadEntries.Kind.COMMENT;
  }
}
