package com.accordenergie.user.partner.webhook.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * When what was not delivered is tried again: after pauses that grow, each a little longer or shorter
 * than planned, so that not all come back at once; for the last time when it is given up.
 */
final class Timetable {

  private static final double JITTER = 0.2;

  private final List<Duration> pauses;
  private final Duration giveUp;
  private final Duration longestWait;
  private final RandomGenerator random;

  /**
   * @param pauses after the first attempt, the second...; the last one over and over
   * @param giveUp how long after the first attempt the last one is
   * @param longestWait a receiver that asks for more has to be content with this
   */
  Timetable(
      List<Duration> pauses, Duration giveUp, Duration longestWait, RandomGenerator random) {
    this.pauses = List.copyOf(pauses);
    this.giveUp = giveUp;
    this.longestWait = longestWait;
    this.random = random;
  }

  /**
   * Null when that was the last attempt.
   *
   * @param attempts how many there were
   * @param first when the first one was
   * @param now when the last one was
   * @param wanted for how long the receiver wants to be left alone
   */
  @Nullable Instant next(int attempts, Instant first, Instant now, @Nullable Duration wanted) {
    Instant end = first.plus(giveUp);
    if (!now.isBefore(end)) {
      return null;
    }
    Duration pause = spread(pauses.get(Math.min(attempts, pauses.size()) - 1));
    if (wanted != null) {
      Duration granted = wanted.compareTo(longestWait) < 0 ? wanted : longestWait;
      pause = pause.compareTo(granted) < 0 ? granted : pause;
    }
    Instant next = now.plus(pause);
    return next.isBefore(end) ? next : end;
  }

  private Duration spread(Duration pause) {
    double factor = 1 + JITTER * (2 * random.nextDouble() - 1);
    return Duration.ofNanos((long) (pause.toNanos() * factor));
  }
}
