package com.accordenergie.intervention.work.web;

import com.accordenergie.platform.identity.Role;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One version.
 *
 * @param at when it was written down
 * @param occurredAt when it happened: earlier, where the technician's device had no network
 * @param actorId hidden from clients, as the name is
 */
record RevisionView(
    long version,
    Instant at,
    Instant occurredAt,
    @Nullable UUID actorId,
    @Nullable String actorName,
    Role actorRole,
    @Nullable String reason,
    List<ChangeView> changes) {}
