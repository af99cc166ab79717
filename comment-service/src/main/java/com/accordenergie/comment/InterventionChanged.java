package com.accordenergie.comment;

import static java.util.Objects.requireNonNull;

import com.accordenergie.platform.identity.Role;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is read of the {@code intervention.*} events. Each carries the whole state after the change,
 * so any of them can be applied without those before it.
 */
record InterventionChanged(
    UUID id,
    String reference,
    Status status,
    UUID clientId,
    UUID ownerId,
    @Nullable UUID technicianId,
    Instant createdAt,
    ChangedBy changedBy,
    Instant changedAt,
    @Nullable Transition transition) {

  InterventionChanged {
    requireNonNull(id, "id");
    requireNonNull(reference, "reference");
    requireNonNull(status, "status");
    requireNonNull(clientId, "clientId");
    requireNonNull(ownerId, "ownerId");
    requireNonNull(createdAt, "createdAt");
    requireNonNull(changedBy, "changedBy");
    requireNonNull(changedAt, "changedAt");
  }

  Intervention asOf(long sequence) {
    return new Intervention(
        id, reference, clientId, ownerId, technicianId, status.code(), createdAt, sequence);
  }

  /** Who did it. */
  record ChangedBy(UUID id, Role role) {

    ChangedBy {
      requireNonNull(id, "changedBy.id");
      requireNonNull(role, "changedBy.role");
    }
  }

  record Status(String code, String label, String clientLabel) {

    Status {
      requireNonNull(code, "status.code");
    }
  }

  /** Only in {@code intervention.status-changed}. */
  record Transition(
      Status from, Status to, @Nullable String reason, @Nullable String clientReason) {

    Transition {
      requireNonNull(from, "transition.from");
      requireNonNull(to, "transition.to");
    }
  }
}
