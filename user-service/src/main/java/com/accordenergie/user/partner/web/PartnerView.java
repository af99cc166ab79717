package com.accordenergie.user.partner.web;

import com.accordenergie.user.partner.PartnerDetails;
import com.accordenergie.user.partner.PartnerSnapshot;
import com.accordenergie.user.partner.PartnerState;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Schema(name = "Partner", description = "A program of another company that reads events")
record PartnerView(
    UUID id,
    String name,
    @Nullable String contactEmail,
    PartnerState state,
    @Schema(description = "Whose events it may read") List<UUID> clientIds,
    @Schema(description = "Which of them; empty for all", example = "[\"intervention.status-changed\"]")
        List<String> eventTypes,
    Instant createdAt,
    Instant changedAt,
    @Schema(description = "The number in the ETag") long version) {

  static PartnerView of(PartnerSnapshot partner) {
    PartnerDetails details = partner.details();
    return new PartnerView(
        partner.id(),
        details.name(),
        details.contactEmail(),
        partner.state(),
        details.clientIds(),
        details.eventTypes(),
        partner.createdAt(),
        partner.changedAt(),
        partner.version());
  }
}
