package com.accordenergie.user.partner.webhook;

import com.accordenergie.platform.vault.Vault;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Makes what webhooks are signed with, and keeps it locked: each opens for its own webhook only. */
@Component
class SigningSecrets {

  private static final String PREFIX = "whsec_";
  private static final String PURPOSE = "webhook ";
  private static final int BYTES = 32;

  private final SecureRandom random = new SecureRandom();
  private final Vault vault;

  SigningSecrets(Vault vault) {
    this.vault = vault;
  }

  byte[] make() {
    byte[] secret = new byte[BYTES];
    random.nextBytes(secret);
    return secret;
  }

  /** As the Standard Webhooks specification writes it. */
  static String shown(byte[] secret) {
    return PREFIX + Base64.getEncoder().encodeToString(secret);
  }

  byte[] seal(UUID webhook, byte[] secret) {
    return vault.seal(secret, PURPOSE + webhook);
  }

  byte[] open(UUID webhook, byte[] sealed) {
    return vault
        .open(sealed, PURPOSE + webhook)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "The secret of a webhook was locked away with another ACCORD_KEY_SECRET."
                        + " Start with that one, or give the webhook a new secret."));
  }
}
