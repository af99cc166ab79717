package com.accordenergie.user.partner.webhook.delivery;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What came of an attempt.
 *
 * @param status what was answered; null when nothing was
 * @param error why nothing was, for people
 * @param retryAfter for how long the receiver asked to be left alone
 * @param took how long it took
 */
record Outcome(
    @Nullable Integer status,
    @Nullable String error,
    @Nullable Duration retryAfter,
    Duration took) {

  private static final int GONE = 410;

  boolean isDelivered() {
    return status != null && status >= 200 && status < 300;
  }

  boolean isGone() {
    return status != null && status == GONE;
  }
}
