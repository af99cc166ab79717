package com.accordenergie.intervention.document;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Times as they are said in France, by the clock of Paris. */
final class FrenchTimes {

  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final DateTimeFormatter DAY = formatter("EEEE d MMMM uuuu");
  private static final DateTimeFormatter TIME = formatter("H\u00A0'h'\u00A0mm");
  private static final DateTimeFormatter SHORT = formatter("dd/MM/uuuu H\u00A0'h'\u00A0mm");

  private FrenchTimes() {}

  /** {@code jeudi 26 novembre 2026 à 14 h 05}, the hour kept on one line. */
  static String at(Instant time) {
    return DAY.format(time) + " à\u00A0" + TIME.format(time);
  }

  /** {@code 26/11/2026 14 h 05}. */
  static String briefly(Instant time) {
    return SHORT.format(time);
  }

  /** From one to the other, the day said once where it is the same; open where there is no end. */
  static @Nullable String between(@Nullable Instant start, @Nullable Instant end) {
    if (start == null) {
      return null;
    }
    if (end == null) {
      return "depuis le " + at(start);
    }
    return day(start).equals(day(end))
        ? "%s, de\u00A0%s\u00A0à\u00A0%s".formatted(DAY.format(start), TIME.format(start), TIME.format(end))
        : "du %s au %s".formatted(at(start), at(end));
  }

  private static LocalDate day(Instant time) {
    return ZonedDateTime.ofInstant(time, PARIS).toLocalDate();
  }

  private static DateTimeFormatter formatter(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.FRENCH).withZone(PARIS);
  }
}
