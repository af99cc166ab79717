package com.accordenergie.auth.client;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Secrets of applications are long and random, unlike passwords: a plain SHA-256 keeps them, and
 * costs nothing at every call to the token endpoint.
 */
@Component
public final class ClientSecrets implements PasswordEncoder {

  @Override
  public String encode(CharSequence secret) {
    return HexFormat.of().formatHex(digest(secret));
  }

  @Override
  public boolean matches(CharSequence secret, String encoded) {
    return MessageDigest.isEqual(digest(secret), HexFormat.of().parseHex(encoded));
  }

  private static byte[] digest(CharSequence secret) {
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest(secret.toString().getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("SHA-256 is part of the platform", impossible);
    }
  }
}
