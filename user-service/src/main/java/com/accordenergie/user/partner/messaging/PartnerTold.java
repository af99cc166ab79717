package com.accordenergie.user.partner.messaging;

import com.accordenergie.platform.identity.Caller;
import com.accordenergie.platform.identity.Role;
import com.accordenergie.user.partner.PartnerDetails;
import com.accordenergie.user.partner.PartnerSnapshot;
import com.accordenergie.user.partner.PartnerState;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The data of the {@code partner.*} events. */
record PartnerTold(
    UUID id,
    String name,
    @Nullable String contactEmail,
    PartnerState state,
    List<UUID> clientIds,
    List<String> eventTypes,
    Instant changedAt,
    ChangedBy changedBy) {

  record ChangedBy(UUID id, Role role) {}

  static PartnerTold of(PartnerSnapshot partner, Caller by) {
    PartnerDetails details = partner.details();
    return new PartnerTold(
        partner.id(),
        details.name(),
        details.contactEmail(),
        partner.state(),
        details.clientIds(),
        details.eventTypes(),
        partner.changedAt(),
        new ChangedBy(by.id(), by.role()));
  }
}
