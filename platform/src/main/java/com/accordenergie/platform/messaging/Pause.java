package com.accordenergie.platform.messaging;

import java.time.Duration;

/** Grows from one time to the next. */
final class Pause {

  private static final Duration LONGEST = Duration.ofSeconds(2);

  private Duration next = Duration.ofMillis(50);

  void sleep() throws InterruptedException {
    Thread.sleep(next);
    next = next.multipliedBy(2);
    next = next.compareTo(LONGEST) > 0 ? LONGEST : next;
  }
}
