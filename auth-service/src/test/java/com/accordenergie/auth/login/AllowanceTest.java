package com.accordenergie.auth.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AllowanceTest {

  private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
  private static final Allowance FIVE = new Allowance(5, Duration.ofMinutes(1));

  @Test
  void fiveTriesAtOnceAndThenAMinute() {
    Instant spentUntil = NOW;
    for (int attempt = 0; attempt < 5; attempt++) {
      assertThat(FIVE.waitAt(NOW, spentUntil)).isEmpty();
      spentUntil = FIVE.afterTry(NOW, spentUntil);
    }

    assertThat(FIVE.waitAt(NOW, spentUntil)).contains(Duration.ofMinutes(1));
    assertThat(FIVE.waitAt(NOW.plusSeconds(59), spentUntil)).contains(Duration.ofSeconds(1));
    assertThat(FIVE.waitAt(NOW.plusSeconds(60), spentUntil)).isEmpty();
  }

  @Test
  void whoeverRestsHasAllTriesBack() {
    Instant spentUntil = NOW;
    for (int attempt = 0; attempt < 5; attempt++) {
      spentUntil = FIVE.afterTry(NOW, spentUntil);
    }
    Instant later = NOW.plus(Duration.ofMinutes(5));

    for (int attempt = 0; attempt < 5; attempt++) {
      assertThat(FIVE.waitAt(later, spentUntil)).isEmpty();
      spentUntil = FIVE.afterTry(later, spentUntil);
    }
    assertThat(FIVE.waitAt(later, spentUntil)).isPresent();
  }

  @Test
  void nobodyWaitsLongerThanOnePauseHoweverOftenTheyTried() {
    Instant spentUntil = NOW;
    Instant time = NOW;
    for (int attempt = 0; attempt < 1000; attempt++) {
      Duration wait = FIVE.waitAt(time, spentUntil).orElse(Duration.ZERO);
      assertThat(wait).isLessThanOrEqualTo(Duration.ofMinutes(1));
      time = time.plus(wait);
      spentUntil = FIVE.afterTry(time, spentUntil);
    }
  }

  @Test
  void whatWasSpentWhileTheClockWasAheadKeepsNobodyOut() {
    Instant twoHoursAhead = NOW.plus(Duration.ofHours(2));
    Instant spentUntil = FIVE.afterTry(twoHoursAhead, twoHoursAhead);

    assertThat(FIVE.waitAt(NOW, spentUntil)).isEmpty();
    assertThat(FIVE.afterTry(NOW, spentUntil)).isEqualTo(NOW.plus(Duration.ofMinutes(1)));
  }
}
