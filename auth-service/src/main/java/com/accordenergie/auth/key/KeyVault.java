package com.accordenergie.auth.key;

import com.accordenergie.platform.idempotency.AnswerSeal;
import com.accordenergie.platform.idempotency.LockedAnswers;
import com.accordenergie.platform.vault.Vault;
import javax.crypto.SecretKey;
import org.springframework.stereotype.Component;

/** Keys drawn from the one secret of the installation, one for each purpose, and what is locked away. */
@Component
public class KeyVault {

  private final String secret;
  private final Vault vault;

  KeyVault(KeyProperties properties) {
    this.secret = properties.secret();
    this.vault = new Vault(secret, "signing keys at rest");
  }

  /** The key for one purpose: the same in every instance, and unrelated to those for others. */
  public SecretKey keyFor(String purpose, String algorithm) {
    return Vault.keyFor(secret, purpose, algorithm);
  }

  AnswerSeal lockedAnswers() {
    return new LockedAnswers(vault);
  }

  /** Locks content away under a name; it opens under that name only. */
  byte[] seal(byte[] content, String name) {
    return vault.seal(content, name);
  }

  byte[] open(byte[] sealed, String name) {
    return vault
        .open(sealed, name)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "The signing keys in the database were locked away with another"
                        + " ACCORD_KEY_SECRET. Start with that one, or empty the table signing_key:"
                        + " everybody logs in again then."));
  }
}
