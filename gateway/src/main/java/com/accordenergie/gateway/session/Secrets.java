package com.accordenergie.gateway.session;

import java.security.SecureRandom;
import java.util.Base64;

/** Values that nobody guesses. */
final class Secrets {

  private static final int BYTES = 16;
  private static final SecureRandom CHANCE = new SecureRandom();

  private Secrets() {}

  /** 128 bits in 22 letters. */
  static String next() {
    byte[] bytes = new byte[BYTES];
    CHANCE.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
