package com.accordenergie.intervention.live;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one listener is told: ids, and nothing that a reader might not see.
 *
 * @param offset from where a listener goes on who has heard this
 */
public record Told(
    long offset, String type, @Nullable UUID interventionId, @Nullable UUID id) {

  private static final String RESET = "reset";

  /** Too much was missed to be told: everything has to be read again. */
  static Told reset(long offset) {
    return new Told(offset, RESET, null, null);
  }
}
