package com.accordenergie.user.site.web;

import com.accordenergie.user.site.SiteDetails;
import com.accordenergie.user.site.SiteSnapshot;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Schema(name = "Site", description = "Where some of a client's installations stand")
record SiteView(
    UUID id,
    UUID clientId,
    String name,
    String addressLine,
    String postalCode,
    String city,
    @Schema(description = "Whom to ask for on the spot") @Nullable String contactName,
    @Nullable String contactPhone,
    @Schema(description = "How to get in") @Nullable String accessNotes,
    @Schema(description = "False once the site was retired") boolean active,
    Instant createdAt,
    Instant changedAt,
    @Schema(description = "The number in the ETag") long version) {

  static SiteView of(SiteSnapshot site) {
    SiteDetails details = site.details();
    return new SiteView(
        site.id(),
        site.clientId(),
        details.name(),
        details.addressLine(),
        details.postalCode(),
        details.city(),
        details.contactName(),
        details.contactPhone(),
        details.accessNotes(),
        site.active(),
        site.createdAt(),
        site.changedAt(),
        site.version());
  }
}
