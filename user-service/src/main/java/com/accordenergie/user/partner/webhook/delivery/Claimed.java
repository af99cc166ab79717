package com.accordenergie.user.partner.webhook.delivery;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A delivery that is this instance's to send, for a while.
 *
 * @param claim tells this claim from the next one
 * @param attempts so far
 * @param at by the database's clock, which is every instance's
 */
record Claimed(
    UUID id,
    UUID webhookId,
    UUID claim,
    UUID eventId,
    UUID subject,
    String url,
    byte[] body,
    int attempts,
    @Nullable Instant firstAttemptAt,
    Instant at) {}
