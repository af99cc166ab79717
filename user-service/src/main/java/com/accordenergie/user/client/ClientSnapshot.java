package com.accordenergie.user.client;

import java.time.Instant;
import java.util.UUID;

/**
 * A client as it stands in one version.
 *
 * @param code what people say on the phone: {@code CLI-00012}
 */
public record ClientSnapshot(
    UUID id,
    String code,
    ClientDetails details,
    boolean active,
    Instant createdAt,
    Instant changedAt,
    long version) {}
