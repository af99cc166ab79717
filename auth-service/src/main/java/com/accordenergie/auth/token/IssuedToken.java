package com.accordenergie.auth.token;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A row of a token handed out.
 *
 * @param scopes of this very token, which may be fewer than its grant allows
 * @param spentAt when a code was redeemed, a refresh token replaced, an access token revoked
 */
record IssuedToken(
    TokenKind kind,
    Set<String> scopes,
    Instant issuedAt,
    Instant expiresAt,
    @Nullable Instant spentAt,
    Grant grant) {

  boolean isSpent() {
    return spentAt != null;
  }
}
