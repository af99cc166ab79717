package com.accordenergie.platform.messaging;

import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a consumer is at, for whoever wants to know how far it is behind. */
final class Progress {

  private final Clock clock;
  private volatile @Nullable Instant at;

  Progress(Clock clock) {
    this.clock = clock;
  }

  /** What does not tell its time, because nobody can read it, is as old as the work on it. */
  void begins(Incoming event) {
    Instant before = at;
    at =
        event.delivery() != null
            ? event.delivery().event().time()
            : before != null ? before : clock.instant();
  }

  void rests() {
    at = null;
  }

  /** When that was told which it is handling now; null when it is handling nothing. */
  @Nullable Instant at() {
    return at;
  }
}
