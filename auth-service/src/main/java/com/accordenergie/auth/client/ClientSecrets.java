package com.accordenergie.auth.client;

import com.accordenergie.platform.vault.Sha256;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Secrets of applications are long and random, unlike passwords: a plain SHA-256 keeps them, and
 * costs nothing at every call to the token endpoint.
 */
@Component
final class ClientSecrets implements PasswordEncoder {

  @Override
  public String encode(CharSequence secret) {
    return HexFormat.of().formatHex(Sha256.of(secret.toString()));
  }

  @Override
  public boolean matches(CharSequence secret, String encoded) {
    return MessageDigest.isEqual(Sha256.of(secret.toString()), HexFormat.of().parseHex(encoded));
  }
}
