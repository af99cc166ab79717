package com.accordenergie.auth.partner.web;

import com.accordenergie.auth.partner.Credential;
import com.accordenergie.auth.partner.CredentialKind;
import com.accordenergie.auth.partner.CredentialState;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A credential without what it takes to use it. */
record CredentialView(
    @Schema(description = "The OAuth 2.0 client id, too") UUID id,
    CredentialKind kind,
    CredentialState state,
    Instant createdAt,
    UUID createdBy,
    @Schema(description = "From then on it opens nothing; null while nobody rotated or revoked it")
        @Nullable Instant endsAt,
    @Schema(description = "When it last got a token, to the minute; null if it never did")
        @Nullable Instant lastUsedAt) {

  static CredentialView of(Credential credential, Instant now) {
    return new CredentialView(
        credential.id(),
        credential.kind(),
        credential.stateAt(now),
        credential.createdAt(),
        credential.createdBy(),
        credential.endsAt(),
        credential.lastUsedAt());
  }
}
