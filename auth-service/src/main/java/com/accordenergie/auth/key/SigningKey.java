package com.accordenergie.auth.key;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.time.Instant;

/**
 * A key pair that signs, or signed, tokens.
 *
 * @param generation 1 for the first key of the installation, and so on
 * @param signsFrom published before, signing after
 */
record SigningKey(int generation, RSAKey pair, Instant createdAt, Instant signsFrom) {

  private static final int BITS = 2048;

  static SigningKey generate(int generation, Instant createdAt, Instant signsFrom) {
    try {
      RSAKey pair =
          new RSAKeyGenerator(BITS)
              .keyUse(KeyUse.SIGNATURE)
              .algorithm(JWSAlgorithm.RS256)
              .keyIDFromThumbprint(true)
              .generate();
      return new SigningKey(generation, pair, createdAt, signsFrom);
    } catch (JOSEException impossible) {
      throw new IllegalStateException("RSA is part of the platform", impossible);
    }
  }

  boolean signsAt(Instant time) {
    return !signsFrom.isAfter(time);
  }
}
