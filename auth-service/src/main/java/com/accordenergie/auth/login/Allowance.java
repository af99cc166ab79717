package com.accordenergie.auth.login;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How often somebody may try: some times at once, then once in a while. All there is to remember is
 * one instant, until when the allowance is spent (the generic cell rate algorithm); it moves on with
 * every try and is overtaken by time. Nobody is ever locked out: the longest wait is one pause.
 *
 * @param burst how many tries at once
 * @param pause how long until one more is earned
 */
record Allowance(int burst, Duration pause) {

  /** How long to wait before the next try, at most one pause; empty when it may be now. */
  Optional<Duration> waitAt(Instant now, Instant spentUntil) {
    Instant allowedFrom = possible(now, spentUntil).minus(pause.multipliedBy(burst - 1L));
    return allowedFrom.isAfter(now)
        ? Optional.of(Duration.between(now, allowedFrom))
        : Optional.empty();
  }

  Instant afterTry(Instant now, Instant spentUntil) {
    Instant from = possible(now, spentUntil);
    return (from.isAfter(now) ? from : now).plus(pause);
  }

  /**
   * No number of tries spends more than all there is: what says so was written by a clock that was
   * ahead, and would keep people out until time has caught up with it.
   */
  private Instant possible(Instant now, Instant spentUntil) {
    return spentUntil.isAfter(now.plus(pause.multipliedBy(burst))) ? now : spentUntil;
  }
}
