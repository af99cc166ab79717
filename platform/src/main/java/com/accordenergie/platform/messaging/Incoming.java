package com.accordenergie.platform.messaging;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message as far as it can be read.
 *
 * @param aggregate whose version it tells; null when not even that can be read
 * @param sequence 0 when it cannot be read
 * @param delivery null when it cannot be handed over
 * @param fault why not; empty otherwise
 */
record Incoming(
    byte[] body,
    @Nullable UUID id,
    @Nullable String type,
    @Nullable UUID aggregate,
    long sequence,
    EventReader.@Nullable Delivery<?> delivery,
    String fault) {

  static Incoming unreadable(byte[] body, String fault) {
    return new Incoming(body, null, null, null, 0, null, fault);
  }

  boolean hasPlace() {
    return aggregate != null && sequence > 0;
  }
}
