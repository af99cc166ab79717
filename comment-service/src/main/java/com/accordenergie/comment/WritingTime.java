package com.accordenergie.comment;

import com.accordenergie.platform.problem.Problems;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a comment was really written, where its author's device had no network to send it then. It is
 * told beside the time at which the comment came in and moves nothing: a thread stands in the order of
 * arrival, so that nothing slips in behind a reader's back, and the time to think again counts from
 * when others could read it.
 */
final class WritingTime {

  /** By how much a device's clock may be ahead of ours. */
  private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

  /** How long a device may have been away. */
  private static final Duration OLDEST = Duration.ofDays(30);

  private WritingTime() {}

  /**
   * Answers 422 when the comment cannot have been written then.
   *
   * @return null when there is nothing to tell: it was written when it came
   */
  static @Nullable Instant of(@Nullable Instant told, Instant arrived) {
    if (told == null) {
      return null;
    }
    if (told.isAfter(arrived.plus(CLOCK_SKEW))) {
      throw Problems.invalid("#/writtenAt", "It lies in the future.");
    }
    if (told.isBefore(arrived.minus(OLDEST))) {
      throw Problems.invalid("#/writtenAt", "It lies more than 30 days back.");
    }
    return told.isBefore(arrived) ? told : null;
  }
}
