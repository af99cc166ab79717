package com.accordenergie.platform.messaging;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a consumer is at, for whoever wants to know how far it is behind. */
final class Progress {

  private volatile @Nullable Instant at;

  void begins(Incoming event) {
    at = event.delivery() == null ? at : event.delivery().event().time();
  }

  void rests() {
    at = null;
  }

  /** When that was told which it is handling now; null when it is handling nothing. */
  @Nullable Instant at() {
    return at;
  }
}
