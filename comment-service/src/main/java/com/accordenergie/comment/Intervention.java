package com.accordenergie.comment;

import com.accordenergie.platform.identity.Caller;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What this service knows of an intervention: just enough to tell whose it is.
 *
 * @param sequence the intervention's version that this copy was taken at
 */
record Intervention(
    UUID id,
    String reference,
    UUID clientId,
    UUID ownerId,
    @Nullable UUID technicianId,
    String status,
    Instant createdAt,
    long sequence) {

  /** The thread belongs to all who may see the intervention, and to nobody else. */
  boolean isVisibleTo(Caller caller) {
    return switch (caller.role()) {
      case ADMIN -> true;
      case DISPATCHER -> caller.is(ownerId);
      case TECHNICIAN -> caller.is(technicianId);
      case CLIENT -> caller.belongsTo(clientId);
      case PARTNER -> false;
    };
  }
}
