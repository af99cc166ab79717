package com.accordenergie.user.partner.webhook.delivery;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event on its way to a webhook, as an admin sees it.
 *
 * @param number its place in the order
 * @param type as an entitlement names it
 * @param happenedAt the event's time
 * @param answerStatus what the receiver answered last
 * @param error why there was no answer, or none that counts
 * @param dueAt when it is tried next; null when it is not, or waits for an earlier one of its subject
 */
public record Delivery(
    UUID id,
    long number,
    UUID eventId,
    String type,
    UUID subject,
    Instant happenedAt,
    DeliveryState state,
    int attempts,
    @Nullable Integer answerStatus,
    @Nullable String error,
    @Nullable Instant dueAt,
    @Nullable Instant lastAttemptAt,
    Instant createdAt,
    @Nullable Instant finishedAt) {}
