package com.accordenergie.user.partner.webhook.web;

import com.accordenergie.user.partner.webhook.Webhook;
import com.accordenergie.user.partner.webhook.WebhookState;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Schema(name = "Webhook", description = "Where a partner's events are sent")
record WebhookView(
    UUID id,
    String url,
    @Schema(
            description = "Which of those that the partner may read; empty for all",
            example = "[\"intervention.status-changed\"]")
        List<String> eventTypes,
    WebhookState state,
    @Schema(description = "Paused because its receiver answered 410: it is gone for good")
        boolean gone,
    @Schema(description = "Until when the secret before this one signs too")
        @Nullable Instant formerSecretUntil,
    Instant createdAt,
    Instant changedAt,
    @Schema(description = "The number in the ETag") long version) {

  static WebhookView of(Webhook webhook) {
    return new WebhookView(
        webhook.id(),
        webhook.url(),
        webhook.contents().details().eventTypes(),
        webhook.contents().state(),
        webhook.gone(),
        webhook.formerSecretUntil(),
        webhook.createdAt(),
        webhook.changedAt(),
        webhook.version());
  }
}
