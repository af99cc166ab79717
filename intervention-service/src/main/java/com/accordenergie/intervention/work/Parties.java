package com.accordenergie.intervention.work;

import com.accordenergie.platform.identity.Caller;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whose an intervention is: the only place that says who sees it. */
public record Parties(UUID clientId, UUID ownerId, @Nullable UUID technicianId) {

  static Parties of(Intervention intervention) {
    return new Parties(
        intervention.clientId(), intervention.ownerId(), intervention.technicianId());
  }

  public boolean include(Caller caller) {
    return switch (caller.role()) {
      case ADMIN -> true;
      case DISPATCHER -> caller.is(ownerId);
      case TECHNICIAN -> caller.is(technicianId);
      case CLIENT -> caller.belongsTo(clientId);
      case PARTNER -> false;
    };
  }
}
