package com.accordenergie.user.partner;

import java.util.Set;
import java.util.UUID;

/**
 * What a partner may read.
 *
 * @param types empty for all
 */
public record Rights(Set<UUID> clients, Set<String> types) {

  public boolean cover(PublicEventType type, UUID clientId) {
    return clients.contains(clientId) && (types.isEmpty() || types.contains(type.label()));
  }

  /** Whether nothing is lacking of what those allow. */
  boolean cover(Rights others) {
    return clients.containsAll(others.clients)
        && (types.isEmpty() || !others.types.isEmpty() && types.containsAll(others.types));
  }
}
