package com.accordenergie.intervention.live;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What has happened, reduced to what its listeners are told.
 *
 * @param offset its place in the log of all events
 * @param id what it is about, unless that is the intervention
 * @param admitted whether the person it is about may listen from here on; null when it is about none
 * @param loggedOut when all logins of the person it is about ended; null when it tells nothing of them
 */
public record LiveEvent(
    long offset,
    Audience audience,
    @Nullable UUID interventionId,
    @Nullable UUID id,
    @Nullable Boolean admitted,
    @Nullable Instant loggedOut) {

  /** Whether who listens with a token from that time has to go. */
  boolean ends(UUID person, Instant tokenIssuedAt) {
    return person.equals(id)
        && (Boolean.FALSE.equals(admitted)
            || loggedOut != null && isFromBefore(tokenIssuedAt, loggedOut));
  }

  /** Tokens tell whole seconds: one of the same second may be that of the next login. */
  static boolean isFromBefore(Instant tokenIssuedAt, Instant loggedOut) {
    return tokenIssuedAt.isBefore(loggedOut.truncatedTo(ChronoUnit.SECONDS));
  }
}
