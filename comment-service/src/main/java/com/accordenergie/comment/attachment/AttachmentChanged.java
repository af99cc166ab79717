package com.accordenergie.comment.attachment;

import com.accordenergie.comment.AttachmentKind;
import com.accordenergie.comment.Visibility;
import com.accordenergie.platform.identity.Role;
import com.accordenergie.platform.messaging.EventType;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the world learns of an attachment; never the picture.
 *
 * @param caption absent when it is internal: whoever listens, no internal word travels
 * @param mediaType absent, with all that described the picture, once it was removed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AttachmentChanged(
    UUID id,
    UUID interventionId,
    UUID clientId,
    AttachmentKind kind,
    Visibility visibility,
    UUID authorId,
    Role authorRole,
    @Nullable String caption,
    @Nullable String signer,
    @Nullable Instant takenAt,
    @Nullable String mediaType,
    @Nullable Integer size,
    Instant createdAt,
    Instant changedAt) {

  static final EventType ADDED = EventType.v1("attachment.added");
  static final EventType REMOVED = EventType.v1("attachment.removed");
}
