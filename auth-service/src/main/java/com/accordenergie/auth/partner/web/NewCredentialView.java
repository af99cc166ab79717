package com.accordenergie.auth.partner.web;

import com.accordenergie.auth.partner.CredentialKind;
import com.accordenergie.auth.partner.IssuedCredential;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All that a partner needs to get tokens. */
record NewCredentialView(
    UUID id,
    CredentialKind kind,
    @Schema(description = "The OAuth 2.0 client id: the credential's id") String clientId,
    @Schema(description = "Shown here and never again; null for PRIVATE_KEY_JWT")
        @Nullable String clientSecret,
    @Schema(description = "Where the partner gets its tokens, with the grant client_credentials")
        URI tokenEndpoint,
    Instant createdAt) {

  static NewCredentialView of(IssuedCredential issued, URI tokenEndpoint) {
    return new NewCredentialView(
        issued.credential().id(),
        issued.credential().kind(),
        issued.credential().id().toString(),
        issued.secret(),
        tokenEndpoint,
        issued.credential().createdAt());
  }

  @Override
  public String toString() {
    return "NewCredentialView[" + id + "]";
  }
}
