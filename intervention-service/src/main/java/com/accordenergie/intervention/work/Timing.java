package com.accordenergie.intervention.work;

import com.accordenergie.intervention.workflow.Category;
import com.accordenergie.platform.identity.Caller;
import com.accordenergie.platform.problem.Problems;
import com.accordenergie.platform.web.Patch;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When the work was really done. Whoever did it knows best: what the technician tells stands over what
 * the steps at the desk had made of it.
 */
final class Timing {

  /** By how much a device's clock may be ahead of ours. */
  static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

  private Timing() {}

  static void tell(
      Intervention intervention,
      Patch<Instant> startPatch,
      Patch<Instant> endPatch,
      Caller caller,
      Instant now) {
    if (!Access.tellsTimes(caller, intervention)) {
      throw Problems.forbidden("Only its technician tells when it was done.");
    }
    Instant start = startPatch.orElse(intervention.actualStart());
    Instant end = endPatch.orElse(intervention.actualEnd());
    refusal(intervention, start, end, now)
        .ifPresent(
            detail -> {
              String member = endPatch.isPresent() ? "#/actualEnd" : "#/actualStart";
              throw Problems.invalid(member, detail);
            });
    intervention.wasDone(start, end);
  }

  private static Optional<String> refusal(
      Intervention intervention, @Nullable Instant start, @Nullable Instant end, Instant now) {
    if (start == null || intervention.actualStart() == null) {
      return Optional.of("The work has not begun.");
    }
    if (start.isBefore(intervention.createdAt())) {
      return Optional.of("The work begins after the call.");
    }
    if ((end == null) != (intervention.category() != Category.RESOLVED)) {
      return Optional.of("The work has an end once it is done, and not before.");
    }
    if (end != null && end.isBefore(start)) {
      return Optional.of("It ends after it begins.");
    }
    Instant latest = end == null ? start : end;
    return latest.isAfter(now.plus(CLOCK_SKEW))
        ? Optional.of("It lies in the future.")
        : Optional.empty();
  }
}
