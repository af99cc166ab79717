package com.accordenergie.user.audit;

import com.accordenergie.platform.id.Ids;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which entries are wanted.
 *
 * @param from this time or later
 * @param to before this time
 */
public record AuditFilter(
    @Nullable UUID actorId,
    AuditEntry.@Nullable Kind kind,
    @Nullable UUID subjectId,
    @Nullable Instant from,
    @Nullable Instant to) {

  /** The index whose order is that of the list. */
  String index() {
    if (subjectId != null) {
      return "audit_subject";
    }
    return "audit" + (actorId == null ? "" : "_actor") + (kind == null ? "" : "_kind");
  }

  String conditions() {
    return (actorId == null ? "" : " and a.actor_id = :actor")
        + (kind == null ? "" : " and a.kind = :kind")
        + (subjectId == null ? "" : " and a.subject_id = :subject")
        + (from == null ? "" : " and a.occurred_at >= :from")
        + (to == null ? "" : " and a.occurred_at < :to");
  }

  Map<String, Object> parameters() {
    Map<String, Object> parameters = new HashMap<>();
    if (actorId != null) {
      parameters.put("actor", Ids.bytes(actorId));
    }
    if (kind != null) {
      parameters.put("kind", kind.name());
    }
    if (subjectId != null) {
      parameters.put("subject", Ids.bytes(subjectId));
    }
    if (from != null) {
      parameters.put("from", Timestamp.from(from));
    }
    if (to != null) {
      parameters.put("to", Timestamp.from(to));
    }
    return parameters;
  }
}
