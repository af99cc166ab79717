package com.accordenergie.user.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One change.
 *
 * @param actorId null when the suite made it by itself
 * @param kind what was changed: the first word of the type
 * @param subjectId whose the event is; of comments and attachments their intervention
 * @param label what people call it; null for people, who are looked up
 * @param detail what changed of it, without what anybody wrote
 */
public record AuditEntry(
    UUID eventId,
    Instant occurredAt,
    @Nullable UUID actorId,
    Kind kind,
    String type,
    UUID subjectId,
    long sequence,
    @Nullable String label,
    @Nullable String detail) {

  /** What there is to be changed. */
  public enum Kind {
    INTERVENTION,
    COMMENT,
    ATTACHMENT,
    USER,
    CLIENT,
    SITE,
    PARTNER,
    LIST
  }
}
