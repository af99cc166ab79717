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

  /** How long to wait before the next try; empty when it may be now. */
  Optional<Duration> waitAt(Instant now, Instant spentUntil) {
    Instant allowedFrom = spentUntil.minus(pause.multipliedBy(burst - 1L));
    return allowedFrom.isAfter(now)
        ? Optional.of(Duration.between(now, allowedFrom))
        : Optional.empty();
  }

  Instant afterTry(Instant now, Instant spentUntil) {
    return (spentUntil.isAfter(now) ? spentUntil : now).plus(pause);
  }
}
