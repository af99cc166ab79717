package com.accordenergie.auth.partner;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import java.math.BigInteger;
import java.security.Key;
import java.text.ParseException;
import java.util.Map;
import java.util.Set;

/** The public half of a key that a partner signs with. */
record PartnerKey(JWK jwk) {

  private static final int SHORTEST_RSA = 2048;
  private static final int LONGEST_RSA = 8192;
  private static final Set<JWSAlgorithm> WITH_RSA = Set.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256);
  private static final Set<JWSAlgorithm> WITH_P256 = Set.of(JWSAlgorithm.ES256);

  /** Reads what somebody sent; the message of a refusal is for them. */
  static PartnerKey accept(Map<String, Object> sent) {
    JWK jwk;
    try {
      jwk = JWK.parse(sent);
    } catch (ParseException | IllegalArgumentException | IllegalStateException unreadable) {
      throw new IllegalArgumentException("It is no JSON Web Key.", unreadable);
    }
    if (jwk.isPrivate()) {
      throw new IllegalArgumentException(
          "It holds the private half, which is now known to others: make another pair.");
    }
    var key = new PartnerKey(jwk);
    if (!key.isStrongEnough()) {
      throw new IllegalArgumentException("It takes an RSA key of 2048 bits or more, or one on P-256.");
    }
    if (jwk.getKeyUse() != null && !jwk.getKeyUse().equals(KeyUse.SIGNATURE)) {
      throw new IllegalArgumentException("It is not meant for signing.");
    }
    if (key.algorithms().isEmpty()) {
      throw new IllegalArgumentException("It signs with RS256, PS256 or ES256.");
    }
    return new PartnerKey(bare(jwk));
  }

  static PartnerKey read(String kept) {
    try {
      return new PartnerKey(JWK.parse(kept));
    } catch (ParseException damaged) {
      throw new IllegalStateException("A partner's key cannot be read", damaged);
    }
  }

  /** Those that the key fits; only the one it names, if it names one. */
  Set<JWSAlgorithm> algorithms() {
    Set<JWSAlgorithm> fitting = jwk instanceof RSAKey ? WITH_RSA : WITH_P256;
    if (jwk.getAlgorithm() == null) {
      return fitting;
    }
    return fitting.contains(jwk.getAlgorithm())
        ? Set.of((JWSAlgorithm) JWSAlgorithm.parse(jwk.getAlgorithm().getName()))
        : Set.of();
  }

  Key key() {
    try {
      return jwk instanceof RSAKey rsa ? rsa.toPublicKey() : jwk.toECKey().toPublicKey();
    } catch (JOSEException damaged) {
      throw new IllegalStateException("A partner's key cannot be used", damaged);
    }
  }

  String text() {
    return jwk.toJSONString();
  }

  private boolean isStrongEnough() {
    return switch (jwk) {
      case RSAKey rsa ->
          rsa.size() >= SHORTEST_RSA && rsa.size() <= LONGEST_RSA && isExponent(rsa.getPublicExponent());
      case ECKey ec -> ec.getCurve().equals(Curve.P_256);
      default -> false;
    };
  }

  /** An odd number from 3 on (RFC 8017, section 3.1), and none of those that only take room. */
  private static boolean isExponent(Base64URL exponent) {
    BigInteger number = exponent.decodeToBigInteger();
    return number.testBit(0) && number.bitLength() > 1 && number.bitLength() <= 64;
  }

  /** Without certificates, URLs and whatever else a key may carry along. */
  private static JWK bare(JWK jwk) {
    return jwk instanceof RSAKey rsa
        ? new RSAKey.Builder(rsa.getModulus(), rsa.getPublicExponent())
            .keyUse(KeyUse.SIGNATURE)
            .algorithm(rsa.getAlgorithm())
            .build()
        : new ECKey.Builder(Curve.P_256, jwk.toECKey().getX(), jwk.toECKey().getY())
            .keyUse(KeyUse.SIGNATURE)
            .algorithm(jwk.getAlgorithm())
            .build();
  }
}
