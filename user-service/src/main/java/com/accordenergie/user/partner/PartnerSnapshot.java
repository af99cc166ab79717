package com.accordenergie.user.partner;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A partner as it stands in one version.
 *
 * @param entitlement counts the changes of what it may read
 */
public record PartnerSnapshot(
    UUID id,
    PartnerDetails details,
    PartnerState state,
    int entitlement,
    Instant createdAt,
    Instant changedAt,
    long version) {

  public boolean isActive() {
    return state == PartnerState.ACTIVE;
  }

  PartnerSnapshot entitledTo(List<UUID> clientIds) {
    return new PartnerSnapshot(
        id,
        new PartnerDetails(
            details.name(),
            details.contactEmail(),
            clientIds.stream().sorted().toList(),
            details.eventTypes()),
        state,
        entitlement,
        createdAt,
        changedAt,
        version);
  }

  public Rights rights() {
    return details.rights();
  }
}
