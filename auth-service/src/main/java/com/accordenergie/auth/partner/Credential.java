package com.accordenergie.auth.partner;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something a partner may show to get a token, as it is kept: nothing in here opens anything.
 *
 * @param id the OAuth 2.0 client id
 * @param secretHash of a {@link CredentialKind#SECRET}
 * @param publicKey of a {@link CredentialKind#PRIVATE_KEY_JWT}, a JWK
 * @param endsAt from then on it opens nothing
 * @param lastUsedAt to the minute
 */
public record Credential(
    UUID id,
    UUID partner,
    CredentialKind kind,
    @Nullable String secretHash,
    @Nullable String publicKey,
    Instant createdAt,
    UUID createdBy,
    @Nullable Instant endsAt,
    @Nullable Instant lastUsedAt) {

  public CredentialState stateAt(Instant now) {
    if (endsAt == null) {
      return CredentialState.ACTIVE;
    }
    return endsAt.isAfter(now) ? CredentialState.ENDING : CredentialState.ENDED;
  }
}
