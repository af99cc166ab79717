package com.accordenergie.intervention.demo;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.random.RandomGenerator;

/** Monday to Friday, eight to six, in Paris. */
final class OfficeHours {

  static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  static final LocalTime OPENING = LocalTime.of(8, 0);
  static final LocalTime CLOSING = LocalTime.of(18, 0);

  private OfficeHours() {}

  /** Some time of the same day, or of the working day before. */
  static Instant sameDay(Instant time, RandomGenerator random) {
    ZonedDateTime day = time.atZone(PARIS);
    while (isWeekend(day)) {
      day = day.minusDays(1);
    }
    return day.with(OPENING).plusSeconds(random.nextLong(Duration.ofHours(10).toSeconds())).toInstant();
  }

  /** Some time of the next working day. */
  static Instant nextDay(Instant time, RandomGenerator random) {
    ZonedDateTime day = time.atZone(PARIS).plusDays(1);
    while (isWeekend(day)) {
      day = day.plusDays(1);
    }
    return day.with(OPENING).plusSeconds(random.nextLong(Duration.ofHours(9).toSeconds())).toInstant();
  }

  /** The first quarter of an hour from then on at which so much work still fits into the day. */
  static Instant fitting(Instant from, Duration work) {
    ZonedDateTime start = from.atZone(PARIS).truncatedTo(ChronoUnit.MINUTES);
    start = start.plusMinutes((15 - start.getMinute() % 15) % 15);
    while (true) {
      if (isWeekend(start) || start.toLocalTime().plus(work).isAfter(CLOSING) || isLate(start)) {
        start = start.plusDays(1).with(OPENING);
      } else if (start.toLocalTime().isBefore(OPENING)) {
        start = start.with(OPENING);
      } else {
        return start.toInstant();
      }
    }
  }

  private static boolean isLate(ZonedDateTime time) {
    return !time.toLocalTime().isBefore(CLOSING);
  }

  private static boolean isWeekend(ZonedDateTime day) {
    return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
  }
}
