package com.accordenergie.auth.partner;

import java.security.SecureRandom;
import java.util.Base64;

/** 256 random bits; kept nowhere but with the partner. */
record ClientSecret(String value) {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 32;

  static ClientSecret random() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return new ClientSecret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  @Override
  public String toString() {
    return "ClientSecret[...]";
  }
}
