package com.accordenergie.auth.token;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.springframework.security.oauth2.core.OAuth2Token;

/** What is kept of a token's value. */
final class TokenHash {

  private TokenHash() {}

  static byte[] of(String value) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("SHA-256 is part of the platform", impossible);
    }
  }

  static byte[] of(OAuth2Token token) {
    return of(token.getTokenValue());
  }
}
