package com.accordenergie.comment;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A public comment; there is no way to put an internal one into this record's shape.
 *
 * @param body null when it was removed
 * @param writtenAt when it was really written, where that was before it came; null where it was not
 * @param mine whether the reader wrote it
 * @param changeableUntil until when the reader may change it, null when they may not
 */
record ClientComment(
    UUID id,
    UUID interventionId,
    Instant createdAt,
    ClientEntry.Author author,
    boolean mine,
    @Nullable String body,
    @Nullable Instant writtenAt,
    boolean removed,
    Instant changedAt,
    @Nullable Instant changeableUntil,
    long version)
    implements ClientEntry, CommentView {

  @Override
  @JsonProperty
  public ThreadEntries.Kind kind() {
    return ThreadEntries.Kind.COMMENT;
  }

  @JsonProperty
  public Visibility visibility() {
    return Visibility.PUBLIC;
  }
}
