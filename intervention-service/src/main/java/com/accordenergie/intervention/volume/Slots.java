package com.accordenergie.intervention.volume;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Gives out the time of the technicians, each hour once: forward from tomorrow, back from yesterday. */
final class Slots {

  /**
   * @param booked whether it still keeps the technician's time
   */
  record Visit(UUID technician, Instant start, boolean booked) {}

  private static final int VISITS_A_DAY = 8;

  private final Company company;
  private final Instant firstDayAhead;
  private final Instant firstDayBehind;
  private final AtomicLong ahead = new AtomicLong();
  private final AtomicLong behind = new AtomicLong();

  /**
   * @param earliest what earlier runs have booked first, if anything
   * @param latest what they have booked last
   */
  Slots(Company company, Instant now, @Nullable Instant earliest, @Nullable Instant latest) {
    this.company = company;
    Instant today = now.truncatedTo(ChronoUnit.DAYS);
    this.firstDayAhead = day(latest == null || latest.isBefore(now) ? today : latest, 1);
    this.firstDayBehind = day(earliest == null || earliest.isAfter(now) ? today : earliest, -1);
  }

  private static Instant day(Instant time, int days) {
    return time.truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(days));
  }

  Visit ahead() {
    return at(ahead.getAndIncrement(), firstDayAhead, 1);
  }

  /** Null when nothing is left after that time. */
  @Nullable Visit behind(Instant notBefore) {
    Visit visit = at(behind.get(), firstDayBehind, -1);
    if (visit.start().isBefore(notBefore)) {
      return null;
    }
    return at(behind.getAndIncrement(), firstDayBehind, -1);
  }

  private Visit at(long number, Instant firstDay, int direction) {
    long round = number / Company.TECHNICIANS;
    Instant day = firstDay.plus(Duration.ofDays(direction * (round / VISITS_A_DAY)));
    return new Visit(
        company.technician((int) (number % Company.TECHNICIANS)),
        day.plus(Duration.ofHours(8 + round % VISITS_A_DAY)),
        true);
  }
}
