package com.accordenergie.user.partner.webhook.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * @param overlap for how long both secrets sign
 */
@Schema(name = "WebhookSecretRotation")
record SecretRotation(
    @Schema(
            description = "For how long both secrets sign: PT0S to P7D",
            type = "string",
            format = "duration",
            defaultValue = "PT24H")
        @Nullable Duration overlap) {

  private static final Duration A_DAY = Duration.ofHours(24);

  Duration length() {
    return Objects.requireNonNullElse(overlap, A_DAY);
  }
}
