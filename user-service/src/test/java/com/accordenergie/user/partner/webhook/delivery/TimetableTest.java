package com.accordenergie.user.partner.webhook.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.accordenergie.user.partner.webhook.WebhookProperties;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** When it is tried again, by the clock of whoever waits. */
class TimetableTest {

  private static final Instant FIRST = Instant.parse("2026-03-01T08:00:00Z");

  /** As it is unless an installation says otherwise. */
  private static final WebhookProperties USUAL =
      new Binder(new MapConfigurationPropertySource(Map.of()))
          .bindOrCreate("accord.webhooks", WebhookProperties.class);

  private static Timetable timetable(long seed) {
    return new Timetable(
        USUAL.retries(), USUAL.giveUp(), USUAL.longestWait(), new Random(seed));
  }

  private static List<Instant> attempts(Timetable timetable, Duration eachTakes) {
    List<Instant> attempts = new ArrayList<>();
    Instant next = FIRST;
    while (next != null) {
      attempts.add(next);
      next = timetable.next(attempts.size(), FIRST, next.plus(eachTakes), null);
    }
    return attempts;
  }

  @Test
  void thePausesGrowFromSecondsToHoursForThreeDays() {
    List<Duration> planned =
        List.of(
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(10),
            Duration.ofMinutes(30),
            Duration.ofHours(1),
            Duration.ofHours(2));
    for (long seed = 0; seed < 50; seed++) {
      List<Instant> attempts = attempts(timetable(seed), Duration.ZERO);

      for (int i = 0; i + 2 < attempts.size(); i++) {
        Duration pause = Duration.between(attempts.get(i), attempts.get(i + 1));
        Duration plan = i < planned.size() ? planned.get(i) : Duration.ofHours(4);
        assertThat(pause).isBetween(plan.multipliedBy(8).dividedBy(10), plan.multipliedBy(12).dividedBy(10));
      }
      assertThat(attempts.getLast()).as("the last one").isEqualTo(FIRST.plus(Duration.ofDays(3)));
      assertThat(attempts).hasSizeBetween(21, 31);
    }
  }

  @Test
  void notAllComeBackAtOnce() {
    assertThat(
            List.of(1L, 2L, 3L, 4L).stream()
                .map(seed -> timetable(seed).next(1, FIRST, FIRST, null))
                .distinct())
        .hasSize(4);
  }

  @Test
  void aReceiverMayAskForMoreTimeButNotForEver() {
    Timetable timetable = timetable(7);
    assertThat(timetable.next(1, FIRST, FIRST, Duration.ofMinutes(20)))
        .isEqualTo(FIRST.plus(Duration.ofMinutes(20)));
    assertThat(timetable.next(1, FIRST, FIRST, Duration.ofDays(300)))
        .isEqualTo(FIRST.plus(Duration.ofHours(4)));
    assertThat(timetable.next(6, FIRST, FIRST, Duration.ofSeconds(1)))
        .as("nor for less than is planned")
        .isAfter(FIRST.plus(Duration.ofMinutes(47)));
  }

  @Test
  void itIsGivenUpOnlyAfterALastAttemptAtTheEnd() {
    Timetable timetable = timetable(3);
    Instant end = FIRST.plus(Duration.ofDays(3));
    assertThat(timetable.next(20, FIRST, end.minusSeconds(60), null)).isEqualTo(end);
    assertThat(timetable.next(21, FIRST, end, null)).isNull();
    assertThat(timetable.next(21, FIRST, end.plusSeconds(5), Duration.ofHours(1))).isNull();
  }
}
