package com.accordenergie.intervention.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class FrenchTimesTest {

  private static final Instant EVENING = Instant.parse("2026-12-31T21:30:00Z");

  @Test
  void theDayIsSaidOnceUnlessAnotherBegins() {
    assertThat(between(EVENING, EVENING.plusSeconds(1800)))
        .isEqualTo("jeudi 31 décembre 2026, de 22 h 30 à 23 h 00");
    assertThat(between(EVENING, EVENING.plusSeconds(5400)))
        .isEqualTo("du jeudi 31 décembre 2026 à 22 h 30 au vendredi 1 janvier 2027 à 0 h 00");
  }

  private static String between(Instant start, Instant end) {
    return String.valueOf(FrenchTimes.between(start, end)).replace('\u00A0', ' ');
  }
}
