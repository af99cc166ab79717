package com.accordenergie.user.partner.webhook.delivery;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far a webhook has come.
 *
 * @param generation of the partner's stream that it reads; null before it has begun
 * @param takenTo the offset there up to which it has taken what is to be sent
 * @param waiting what has not been delivered yet
 * @param retrying of that, what was tried in vain and is tried again
 * @param failed what was given up, as long as it is kept
 */
public record Standing(
    UUID webhook,
    @Nullable Integer generation,
    @Nullable Long takenTo,
    @Nullable Instant lastDeliveredAt,
    long waiting,
    long retrying,
    long failed) {}
