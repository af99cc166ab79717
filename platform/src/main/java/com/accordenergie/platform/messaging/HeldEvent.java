package com.accordenergie.platform.messaging;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event that could not be handled when it came.
 *
 * @param sequence null when it could not be read
 * @param size of the whole body, of which a list reads the beginning only
 * @param lastSequence of the versions that are {@link State#MISSING}; null otherwise
 */
record HeldEvent(
    long id,
    String queue,
    State state,
    @Nullable String type,
    @Nullable UUID eventId,
    @Nullable UUID aggregate,
    @Nullable Long sequence,
    @Nullable Long lastSequence,
    int attempts,
    String reason,
    Instant heldAt,
    long size,
    byte[] body) {

  enum State {
    /** It failed and will be tried again; later versions of its aggregate wait for it. */
    RETRYING,
    /** It came before an earlier version. */
    WAITING,
    /** It is for people to look at; later versions go on without it. */
    PARKED,
    /** No event, but the place of versions that never came and are in no log. */
    MISSING
  }
}
