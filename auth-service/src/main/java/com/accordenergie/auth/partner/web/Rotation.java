package com.accordenergie.auth.partner.web;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.AdditionalPropertiesValue;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * @param overlap how long the old credential still serves
 * @param publicKey for PRIVATE_KEY_JWT, and only there
 */
record Rotation(
    @Schema(
            description = "How long the old one still serves: PT0S to P7D",
            type = "string",
            format = "duration",
            defaultValue = "PT24H")
        @Nullable Duration overlap,
    @Schema(
            description = NewCredential.PUBLIC_KEY,
            types = "object",
            additionalProperties = AdditionalPropertiesValue.TRUE)
        @Nullable Map<String, Object> publicKey) {

  private static final Duration A_DAY = Duration.ofHours(24);

  Rotation {
    overlap = Objects.requireNonNullElse(overlap, A_DAY);
  }
}
