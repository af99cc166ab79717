package com.accordenergie.platform.time;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** A time that a database can compare with its own: from 1970 to 9999, in microseconds. */
public final class StorableTime {

  private static final Instant FIRST = Instant.EPOCH;
  private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

  private StorableTime() {}

  public static boolean is(Instant time) {
    return !time.isBefore(FIRST) && !time.isAfter(LAST);
  }

  /**
   * @param text RFC 3339
   * @throws DateTimeException when it is none, or no database can keep it
   */
  public static Instant parse(String text) {
    Instant time = Instant.parse(text);
    if (!is(time)) {
      throw new DateTimeException("It lies before 1970 or after 9999");
    }
    return time.truncatedTo(ChronoUnit.MICROS);
  }
}
