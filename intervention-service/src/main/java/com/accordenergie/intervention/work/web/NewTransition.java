package com.accordenergie.intervention.work.web;

import com.accordenergie.intervention.work.Transitioning;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A step along the workflow.
 *
 * @param to a status's code
 * @param plannedStart with {@code plannedEnd}: the slot, at most seven days, kept in steps of five
 *     minutes
 * @param overrideReason why the technician is booked although taken
 * @param occurredAt from the technician only: when it happened, if that was not just now, as on a
 *     device that had no network
 */
record NewTransition(
    @NotNull @Size(max = 30) String to,
    @Nullable @Size(max = 500) String reason,
    @Nullable @Size(max = 4000) String report,
    @Nullable UUID technicianId,
    @Nullable Instant plannedStart,
    @Nullable Instant plannedEnd,
    @Nullable @Size(max = 500) String overrideReason,
    @Nullable Instant occurredAt) {

  Transitioning.Step step() {
    return new Transitioning.Step(
        to,
        given(reason),
        given(report),
        technicianId,
        plannedStart,
        plannedEnd,
        given(overrideReason),
        occurredAt);
  }

  /** Blanks say nothing. */
  private static @Nullable String given(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
