package com.accordenergie.intervention.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.accordenergie.intervention.planning.Slot;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The demo's calendar. */
class DemoTest {

  @Test
  void aTechnicianIsAtOnePlaceAtATimeAndWithinOfficeHours() {
    var rounds = new Rounds();
    UUID technician = UUID.randomUUID();
    Instant from = Instant.parse("2026-07-03T13:07:21Z");
    Slot before = null;
    for (int i = 0; i < 60; i++) {
      Slot slot = rounds.next(technician, from, Duration.ofMinutes(60 + 30 * (i % 4)));
      ZonedDateTime start = slot.start().atZone(OfficeHours.PARIS);
      assertThat(start.getDayOfWeek()).isNotIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
      assertThat(start.toLocalTime()).isBetween(OfficeHours.OPENING, OfficeHours.CLOSING);
      assertThat(slot.end().atZone(OfficeHours.PARIS).toLocalTime())
          .isBeforeOrEqualTo(OfficeHours.CLOSING);
      if (before != null && start.toLocalDate().equals(before.start().atZone(OfficeHours.PARIS).toLocalDate())) {
        assertThat(rounds.isFree(technician, slot)).isFalse();
      }
      before = slot;
    }
  }

  @Test
  void thereAreThreeHundredOfAllKinds() {
    assertThat(Ending.all()).hasSize(300).contains(Ending.values());
  }
}
