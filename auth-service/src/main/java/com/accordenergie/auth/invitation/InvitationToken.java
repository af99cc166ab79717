package com.accordenergie.auth.invitation;

import com.accordenergie.platform.vault.Sha256;
import java.security.SecureRandom;
import java.util.Base64;

/** The secret in an invitation's link; kept nowhere but in the link. */
record InvitationToken(String value) {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 32;

  static InvitationToken random() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return new InvitationToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  byte[] hash() {
    return Sha256.of(value);
  }

  @Override
  public String toString() {
    return "InvitationToken[...]";
  }
}
