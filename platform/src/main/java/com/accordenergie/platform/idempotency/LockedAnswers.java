package com.accordenergie.platform.idempotency;

import com.accordenergie.platform.vault.Vault;

/**
 * Keeps answers locked away: for a service of which some hold what is shown only once, such as the link
 * of an invitation or a secret.
 */
public final class LockedAnswers implements AnswerSeal {

  private static final String NAME = "answer to a repeated request";

  private final Vault vault;

  public LockedAnswers(Vault vault) {
    this.vault = vault;
  }

  @Override
  public byte[] seal(byte[] body) {
    return vault.seal(body, NAME);
  }

  @Override
  public byte[] open(byte[] sealed) {
    return vault
        .open(sealed, NAME)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "The answer was locked away with another ACCORD_KEY_SECRET. Start with that one."));
  }
}
