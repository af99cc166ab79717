package com.accordenergie.user.partner.webhook.web;

import com.accordenergie.user.partner.webhook.delivery.Delivery;
import com.accordenergie.user.partner.webhook.delivery.DeliveryState;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Schema(name = "WebhookDelivery", description = "An event on its way to a webhook")
record DeliveryView(
    UUID id,
    @Schema(description = "The event, and the webhook-id that its receiver reads") UUID eventId,
    @Schema(example = "intervention.status-changed") String type,
    @Schema(description = "What the event tells of; those of one are sent in order") UUID subject,
    @Schema(description = "When it happened") Instant happenedAt,
    DeliveryState state,
    int attempts,
    @Schema(description = "What the receiver answered last") @Nullable Integer answerStatus,
    @Schema(description = "Why it did not answer") @Nullable String error,
    @Schema(description = "Null while it is being sent, and while it waits for an earlier one")
        @Nullable Instant nextAttemptAt,
    @Nullable Instant lastAttemptAt,
    @Schema(description = "When it was taken from the stream") Instant createdAt,
    @Schema(description = "When it was delivered or given up") @Nullable Instant finishedAt) {

  static DeliveryView of(Delivery delivery) {
    return new DeliveryView(
        delivery.id(),
        delivery.eventId(),
        delivery.type(),
        delivery.subject(),
        delivery.happenedAt(),
        delivery.state(),
        delivery.attempts(),
        delivery.answerStatus(),
        delivery.error(),
        delivery.dueAt(),
        delivery.lastAttemptAt(),
        delivery.createdAt(),
        delivery.finishedAt());
  }
}
