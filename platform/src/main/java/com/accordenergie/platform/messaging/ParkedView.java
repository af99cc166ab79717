package com.accordenergie.platform.messaging;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A parked event for people.
 *
 * @param subject the aggregate whose version it tells; null when that cannot be read
 * @param attempts how often it was tried; what If-Match takes
 * @param body its beginning, as text
 * @param size of the body in bytes
 */
record ParkedView(
    long id,
    String queue,
    HeldEvent.State state,
    @Nullable UUID eventId,
    @Nullable String type,
    @Nullable UUID subject,
    @Nullable Long sequence,
    @Nullable Long lastSequence,
    String reason,
    int attempts,
    Instant parkedAt,
    long size,
    String body) {

  private static final int SHOWN = 4096;

  static ParkedView of(HeldEvent event) {
    byte[] body = event.body();
    return new ParkedView(
        event.id(),
        event.queue(),
        event.state(),
        event.eventId(),
        event.type(),
        event.aggregate(),
        event.sequence(),
        event.lastSequence(),
        event.reason(),
        event.attempts(),
        event.heldAt(),
        event.size(),
        new String(Arrays.copyOf(body, Math.min(body.length, SHOWN)), StandardCharsets.UTF_8));
  }
}
