package com.accordenergie.intervention.volume;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** When the calls of a run came in: evenly over the five years up to now, in the order of their numbers. */
record Calendar(Instant now, long count) {

  private static final Duration YEARS = Duration.ofDays(5 * 365);
  private static final ZoneId OFFICE = ZoneId.of("Europe/Paris");

  Calendar {
    now = now.truncatedTo(ChronoUnit.MILLIS);
  }

  Instant createdAt(long index) {
    long step = YEARS.toMillis() / count;
    return now.minusMillis(step * (count - index));
  }

  /** The year that a reference number names. */
  int year(long index) {
    return createdAt(index).atZone(OFFICE).getYear();
  }

  /** The first call of that year or of a later one. */
  long firstOf(int year) {
    long low = 0;
    long high = count;
    while (low < high) {
      long middle = (low + high) / 2;
      if (year(middle) < year) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
