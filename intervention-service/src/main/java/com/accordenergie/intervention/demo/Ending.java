package com.accordenergie.intervention.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Where an intervention of the demo stands today, how many do, and how long ago they began. */
enum Ending {
  NEW(12, Duration.ofMinutes(20), Duration.ofHours(30)),
  ASSIGNED(12, Duration.ofHours(2), Duration.ofHours(60)),
  SCHEDULED(24, Duration.ofHours(3), Duration.ofDays(5)),
  EN_ROUTE(4, Duration.ofHours(5), Duration.ofDays(2)),
  IN_PROGRESS(6, Duration.ofHours(6), Duration.ofDays(3)),
  ON_HOLD(10, Duration.ofDays(8), Duration.ofDays(16)),
  DONE(14, Duration.ofDays(7), Duration.ofDays(11)),
  UNRESOLVED(8, Duration.ofDays(8), Duration.ofDays(14)),
  CANCELLED(24, Duration.ofDays(2), Duration.ofDays(178)),
  CLOSED(186, Duration.ofDays(12), Duration.ofDays(180));

  private final int count;
  private final Duration youngest;
  private final Duration oldest;

  Ending(int count, Duration youngest, Duration oldest) {
    this.count = count;
    this.youngest = youngest;
    this.oldest = oldest;
  }

  Duration age(RandomGenerator random) {
    return Duration.ofSeconds(random.nextLong(youngest.toSeconds(), oldest.toSeconds()));
  }

  /** One for each intervention of the demo. */
  static List<Ending> all() {
    List<Ending> endings = new ArrayList<>();
    for (Ending ending : values()) {
      for (int i = 0; i < ending.count; i++) {
        endings.add(ending);
      }
    }
    return endings;
  }
}
