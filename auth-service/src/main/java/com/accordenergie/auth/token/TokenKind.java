package com.accordenergie.auth.token;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;

enum TokenKind {
  CODE,
  ACCESS,
  REFRESH,
  ID;

  private static final Map<String, TokenKind> BY_NAME =
      Map.of("code", CODE, "access_token", ACCESS, "refresh_token", REFRESH, "id_token", ID);

  /** The framework's name for it; null when it does not know which one it holds. */
  boolean isMeantBy(@Nullable OAuth2TokenType type) {
    return type == null || BY_NAME.get(type.getValue()) == this;
  }
}
