package com.accordenergie.comment;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** For a quarter of an hour, whoever said or showed something may think again; then it stands. */
public final class ChangeWindow {

  private static final Duration LENGTH = Duration.ofMinutes(15);

  private ChangeWindow() {}

  public static Instant endOf(Instant createdAt) {
    return createdAt.plus(LENGTH);
  }

  /** Until when something of that time may still be changed; null when it is too late. */
  public static @Nullable Instant openUntil(Instant createdAt, Instant now) {
    Instant end = endOf(createdAt);
    return now.isAfter(end) ? null : end;
  }
}
