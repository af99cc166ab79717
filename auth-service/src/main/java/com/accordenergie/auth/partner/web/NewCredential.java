package com.accordenergie.auth.partner.web;

import com.accordenergie.auth.partner.CredentialKind;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.AdditionalPropertiesValue;
import jakarta.validation.constraints.NotNull;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * @param publicKey for PRIVATE_KEY_JWT, and only there
 */
record NewCredential(
    @NotNull CredentialKind kind,
    @Schema(
            description = PUBLIC_KEY,
            types = "object",
            additionalProperties = AdditionalPropertiesValue.TRUE)
        @Nullable Map<String, Object> publicKey) {

  static final String PUBLIC_KEY =
      "The public half of the key that the partner signs with, a JSON Web Key (RFC 7517): RSA of 2048"
          + " bits or more (RS256, PS256), or P-256 (ES256). Needed for PRIVATE_KEY_JWT only.";
}
