package com.accordenergie.user.person;

import java.time.Instant;
import java.util.UUID;

/** A person as it stands in one version. */
public record PersonSnapshot(
    UUID id,
    PersonDetails details,
    boolean active,
    Instant createdAt,
    Instant changedAt,
    long version) {}
