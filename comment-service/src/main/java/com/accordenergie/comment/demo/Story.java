package com.accordenergie.comment.demo;

import com.accordenergie.platform.identity.Caller;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A demo intervention: who has to do with it, and what happened when.
 *
 * @param number its place among the demo's; what is said and shown depends on it, not on ids, which are new
 *     each time
 * @param clientUsers may be nobody
 * @param moments its creation first, then the status changes
 */
record Story(
    int number,
    UUID clientId,
    UUID ownerId,
    @Nullable UUID technicianId,
    List<UUID> clientUsers,
    List<Moment> moments) {

  /**
   * @param status what it became
   */
  record Moment(String status, Instant at) {}

  /** Null when the story has nobody to lend that voice. */
  @Nullable Caller speaker(Voice voice, int which) {
    return switch (voice) {
      case DISPATCHER -> Caller.dispatcher(ownerId);
      case TECHNICIAN -> technicianId == null ? null : Caller.technician(technicianId);
      case CLIENT ->
          clientUsers.isEmpty()
              ? null
              : Caller.client(clientUsers.get(which % clientUsers.size()), clientId);
    };
  }
}
