package com.accordenergie.comment;

import com.accordenergie.platform.identity.Role;
import com.accordenergie.platform.messaging.EventType;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the world learns of a comment.
 *
 * @param body absent when it is internal or was removed: whoever listens, no internal word travels
 * @param writtenAt when it was really written; absent when that was when it came
 */
record CommentChanged(
    UUID id,
    UUID interventionId,
    UUID clientId,
    Visibility visibility,
    UUID authorId,
    Role authorRole,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String body,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant writtenAt,
    Instant createdAt,
    Instant changedAt) {

  static final EventType ADDED = EventType.v1("comment.added");
  static final EventType EDITED = EventType.v1("comment.edited");
  static final EventType REMOVED = EventType.v1("comment.removed");
}
