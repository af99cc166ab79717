package com.accordenergie.user.site.messaging;

import com.accordenergie.user.site.SiteDetails;
import com.accordenergie.user.site.SiteSnapshot;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The data of the {@code site.*} events. */
record SiteTold(
    UUID id,
    UUID clientId,
    String name,
    String addressLine,
    String postalCode,
    String city,
    @Nullable String contactName,
    @Nullable String contactPhone,
    @Nullable String accessNotes,
    boolean active) {

  static SiteTold of(SiteSnapshot site) {
    SiteDetails details = site.details();
    return new SiteTold(
        site.id(),
        site.clientId(),
        details.name(),
        details.addressLine(),
        details.postalCode(),
        details.city(),
        details.contactName(),
        details.contactPhone(),
        details.accessNotes(),
        site.active());
  }
}
