package com.accordenergie.auth.key;

import com.accordenergie.platform.idempotency.AnswerSeal;
import org.springframework.stereotype.Component;

/**
 * Answers that are kept for a repeated request hold what is shown only once, such as the link of an
 * invitation or the secret of a partner: they are locked away like the signing keys.
 */
@Component
class SealedAnswers implements AnswerSeal {

  private static final String NAME = "answer to a repeated request";

  private final KeyVault vault;

  SealedAnswers(KeyVault vault) {
    this.vault = vault;
  }

  @Override
  public byte[] seal(byte[] body) {
    return vault.seal(body, NAME);
  }

  @Override
  public byte[] open(byte[] sealed) {
    return vault.open(sealed, NAME);
  }
}
