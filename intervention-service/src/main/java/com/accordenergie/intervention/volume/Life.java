package com.accordenergie.intervention.volume;

import com.accordenergie.intervention.volume.Lists.StatusRow;
import com.accordenergie.intervention.volume.Lists.UrgencyRow;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One intervention from the call to where it stands today. */
record Life(
    UUID id,
    String reference,
    String title,
    String description,
    int client,
    UUID site,
    UUID owner,
    @Nullable UUID technician,
    UrgencyRow urgency,
    Instant createdAt,
    @Nullable Instant plannedStart,
    @Nullable Instant plannedEnd,
    @Nullable Instant actualStart,
    @Nullable Instant actualEnd,
    @Nullable String report,
    StatusRow beginning,
    List<Step> steps,
    List<Remark> remarks) {

  /** One version after the first: a change of status and what went with it. */
  record Step(
      StatusRow to,
      Instant at,
      UUID actor,
      String actorRole,
      @Nullable String reason,
      List<Change> changes) {}

  record Change(String field, @Nullable String from, String to) {}

  /** Something said about it. */
  record Remark(UUID id, UUID author, String authorRole, String visibility, String body, Instant at) {}

  StatusRow status() {
    return steps.isEmpty() ? beginning : steps.getLast().to();
  }

  Instant changedAt() {
    return steps.isEmpty() ? createdAt : steps.getLast().at();
  }

  int version() {
    return 1 + steps.size();
  }

  @Nullable String statusReason() {
    return steps.isEmpty() ? null : steps.getLast().reason();
  }

  /** When somebody first took charge. */
  @Nullable Instant takenOverAt() {
    return steps.stream()
        .filter(step -> step.to().category().equals("PLANNED"))
        .map(Step::at)
        .findFirst()
        .orElse(null);
  }

  /** Until when the clock has run; null while it still does. */
  @Nullable Instant clockStoppedAt() {
    return steps.stream()
        .filter(step -> !step.to().clockRuns())
        .map(Step::at)
        .findFirst()
        .orElse(null);
  }

  @Nullable Instant resolveDueAt() {
    return clockStoppedAt() == null ? createdAt.plus(urgency.toResolve()) : null;
  }

  @Nullable Instant takeOverDueAt() {
    return clockStoppedAt() == null && takenOverAt() == null
        ? createdAt.plus(urgency.toTakeOver())
        : null;
  }

  @Nullable Instant dueAt() {
    Instant takeOver = takeOverDueAt();
    return takeOver == null ? resolveDueAt() : takeOver;
  }
}
