package com.accordenergie.intervention.directory;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A client's site, of which user-service told. */
public record Site(
    UUID id,
    UUID clientId,
    String name,
    String addressLine,
    String postalCode,
    String city,
    @Nullable String contactName,
    @Nullable String contactPhone,
    @Nullable String accessNotes,
    boolean active) {}
