package com.accordenergie.user.partner.webhook.web;

import com.accordenergie.user.partner.webhook.NewSecret;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Schema(name = "NewWebhookSecret", description = "A webhook's secret, shown this once")
record NewWebhookView(
    @Schema(description = "The webhook") UUID id,
    @Schema(description = "What its receiver verifies signatures with", example = "whsec_…")
        String secret,
    @Schema(description = "Until when the secret before this one signs too")
        @Nullable Instant formerSecretUntil,
    @Schema(description = "The number in the ETag") long version) {

  static NewWebhookView of(NewSecret made) {
    return new NewWebhookView(
        made.webhook().id(),
        made.secret(),
        made.webhook().formerSecretUntil(),
        made.webhook().version());
  }

  @Override
  public String toString() {
    return "NewWebhookView[" + id + "]";
  }
}
