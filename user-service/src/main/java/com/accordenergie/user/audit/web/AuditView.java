package com.accordenergie.user.audit.web;

import com.accordenergie.user.audit.AuditEntry;
import com.accordenergie.user.audit.AuditJournal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * @param at when the change happened
 * @param actorId null when the suite made it by itself
 * @param type the event's
 * @param subjectId of comments and attachments their intervention
 * @param sequence the version that came about
 * @param label what people call it: a reference, a code, a name
 * @param detail what changed of it, without what anybody wrote
 */
record AuditView(
    UUID id,
    Instant at,
    @Nullable UUID actorId,
    @Nullable String actorName,
    String type,
    AuditEntry.Kind kind,
    UUID subjectId,
    long sequence,
    @Nullable String label,
    @Nullable String detail) {

  static AuditView of(AuditJournal.Read read) {
    AuditEntry entry = read.entry();
    return new AuditView(
        entry.eventId(),
        entry.occurredAt(),
        entry.actorId(),
        read.actorName(),
        entry.type(),
        entry.kind(),
        entry.subjectId(),
        entry.sequence(),
        entry.label() == null ? read.subjectName() : entry.label(),
        entry.detail());
  }
}
