package com.accordenergie.intervention.history;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import com.accordenergie.platform.identity.Role;
import org.jspecify.annotations.Nullable;

/**
 * One version of an intervention: who made it, when and why, and what changed.
 *
 * @param at when it was written down
 * @param occurredAt when it happened: earlier, where a device had no network
 */
public record Revision(
    long version,
    Instant at,
    Instant occurredAt,
    UUID actorId,
    Role actorRole,
    @Nullable String reason,
    List<FieldChange> changes) {}
