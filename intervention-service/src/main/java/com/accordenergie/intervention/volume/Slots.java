package com.accordenergie.intervention.volume;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Gives out the time of the technicians of a run, each hour once: forward from tomorrow, back from
 * yesterday.
 */
final class Slots {

  /**
   * @param booked whether it still keeps the technician's time
   */
  record Visit(UUID technician, Instant start, boolean booked) {}

  private static final int VISITS_A_DAY = 8;

  private final Company company;
  private final Instant today;
  private final AtomicLong ahead = new AtomicLong();
  private final AtomicLong behind = new AtomicLong();

  Slots(Company company, Instant now) {
    this.company = company;
    this.today = now.truncatedTo(ChronoUnit.DAYS);
  }

  Visit ahead() {
    return at(ahead.getAndIncrement(), 1);
  }

  /** Null when nothing is left after that time. */
  @Nullable Visit behind(Instant notBefore) {
    Visit visit = at(behind.getAndIncrement(), -1);
    return visit.start().isBefore(notBefore) ? null : visit;
  }

  private Visit at(long number, int direction) {
    long round = number / company.technicians();
    Instant day = today.plus(Duration.ofDays(direction * (1 + round / VISITS_A_DAY)));
    return new Visit(
        company.technician(number), day.plus(Duration.ofHours(8 + round % VISITS_A_DAY)), true);
  }
}
