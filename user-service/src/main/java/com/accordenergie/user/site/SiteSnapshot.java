package com.accordenergie.user.site;

import java.time.Instant;
import java.util.UUID;

/** A site as it stands in one version. */
public record SiteSnapshot(
    UUID id,
    UUID clientId,
    SiteDetails details,
    boolean active,
    Instant createdAt,
    Instant changedAt,
    long version) {}
