package com.accordenergie.intervention.live;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What has happened, reduced to what its listeners are told.
 *
 * @param offset its place in the log of all events
 * @param id what it is about, unless that is the intervention
 * @param admitted whether the person it is about may listen from here on; null when it is about none
 */
public record LiveEvent(
    long offset,
    Audience audience,
    @Nullable UUID interventionId,
    @Nullable UUID id,
    @Nullable Boolean admitted) {

  boolean bars(UUID person) {
    return Boolean.FALSE.equals(admitted) && person.equals(id);
  }
}
