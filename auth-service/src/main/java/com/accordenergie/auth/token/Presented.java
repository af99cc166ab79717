package com.accordenergie.auth.token;

import com.accordenergie.platform.vault.Sha256;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;

/**
 * The token by which an authorization was found. It travels along as an attribute, so that saving
 * knows what to claim: two requests may hold the same code or refresh token at the same time.
 */
record Presented(TokenKind kind, String value) {

  static final String ATTRIBUTE = Presented.class.getName();

  static @Nullable Presented in(OAuth2Authorization authorization) {
    return authorization.getAttribute(ATTRIBUTE);
  }

  byte[] hash() {
    return Sha256.of(value);
  }
}
