package com.accordenergie.user.vault;

import com.accordenergie.platform.idempotency.AnswerSeal;
import com.accordenergie.platform.vault.Vault;
import org.springframework.stereotype.Component;

/** Answers that are kept for a repeated request may hold a secret that is shown only once. */
@Component
class SealedAnswers implements AnswerSeal {

  private static final String NAME = "answer to a repeated request";

  private final Vault vault;

  SealedAnswers(Vault vault) {
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
