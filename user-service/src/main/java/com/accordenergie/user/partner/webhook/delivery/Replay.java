package com.accordenergie.user.partner.webhook.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A span that is to be taken from the stream again.
 *
 * @param from what happened before is not wanted
 * @param to nor what happened then or later
 * @param position how far it has come; null at the beginning
 */
record Replay(Instant from, Instant to, @Nullable Position position) {

  boolean covers(Instant time) {
    return !time.isBefore(from) && time.isBefore(to);
  }
}
