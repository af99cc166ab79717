package com.accordenergie.intervention.statistics;

import org.jspecify.annotations.Nullable;

/**
 * How often something was reached, how often within its target, and how long it took on average.
 *
 * @param reached how many got there
 * @param inTime how many of these within the time that their urgency allows
 * @param averageMinutes null when none did
 */
public record Tally(long reached, long inTime, @Nullable Long averageMinutes) {

  static Tally of(long reached, long inTime, long totalMillis) {
    return new Tally(reached, inTime, reached == 0 ? null : totalMillis / reached / 60_000);
  }
}
