package com.accordenergie.intervention.live;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What has happened, reduced to what its listeners are told.
 *
 * @param offset its place in the log of all events
 * @param id what it is about, unless that is the intervention
 * @param standing what it says of somebody's right to listen; null when nothing
 */
public record LiveEvent(
    long offset,
    Audience audience,
    @Nullable UUID interventionId,
    @Nullable UUID id,
    @Nullable Standing standing) {

  /** Whether who listens by this login has to go. */
  boolean ends(Login login) {
    return standing != null && standing.ends(login);
  }
}
