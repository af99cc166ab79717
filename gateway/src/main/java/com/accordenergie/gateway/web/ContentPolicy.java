package com.accordenergie.gateway.web;

import java.security.SecureRandom;
import java.util.Base64;

/**
 * What the page may load and run (Content Security Policy Level 3): scripts are files of ours and
 * nothing else; style sheets that scripts write carry a nonce, new in every answer.
 */
record ContentPolicy(String nonce) {

  /** 128 bits, as the specification asks for. */
  private static final int NONCE_BYTES = 16;

  private static final SecureRandom CHANCE = new SecureRandom();

  /** For the service worker, whose own answer rules over what it fetches. */
  static final String OF_WORKER = "default-src 'none'; script-src 'self'; connect-src 'self'";

  static ContentPolicy fresh() {
    byte[] nonce = new byte[NONCE_BYTES];
    CHANCE.nextBytes(nonce);
    return new ContentPolicy(Base64.getEncoder().encodeToString(nonce));
  }

  String header() {
    return "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-%s'; img-src 'self' blob:;"
            .formatted(nonce)
        + " connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none';"
        + " form-action 'self'; frame-ancestors 'none'";
  }
}
