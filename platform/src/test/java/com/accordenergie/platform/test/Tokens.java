package com.accordenergie.platform.test;

import com.accordenergie.platform.identity.Caller;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Access tokens as auth-service gives them, and those it never gave. */
public final class Tokens {

  private static final RSAKey KEY = newKey();
  private static final RSAKey FOREIGN_KEY = newKey();

  private final String issuer;
  private final Supplier<RSAKey> key;

  /** Signed with a key of the test's own. */
  Tokens(String issuer) {
    this(issuer, () -> KEY);
  }

  /** Signed with the key that an auth-service signs with. */
  public Tokens(String issuer, Supplier<RSAKey> key) {
    this.issuer = issuer;
    this.key = key;
  }

  RSAKey key() {
    return key.get();
  }

  public String of(Caller caller) {
    return signed(key(), "at+jwt", claims(caller).build());
  }

  /** Of one application's session among others of the same person. */
  public String of(Caller caller, UUID session) {
    return with(caller, claims -> claims.claim("accord_session", session.toString()));
  }

  /** One of each kind that opens nothing, by what is wrong with it. */
  public Map<String, String> useless(Caller caller) {
    return Map.of(
        "nonsense", "nonsense",
        "expired", expired(caller),
        "for another audience", foreign(caller),
        "from another issuer", foreignIssuer(caller),
        "forged", forged(caller),
        "unsigned", unsigned(caller),
        "an ID token", idToken(caller));
  }

  /** Ran out an hour ago. */
  public String expired(Caller caller) {
    return with(caller, claims -> claims.expirationTime(inTheFuture(Duration.ofHours(-1))));
  }

  /** Good for a moment; the services grant five seconds more when they check it. */
  public String expiringIn(Caller caller, Duration time) {
    return with(caller, claims -> claims.expirationTime(inTheFuture(time)));
  }

  /** From another issuer, signed with our key. */
  public String foreignIssuer(Caller caller) {
    return with(caller, claims -> claims.issuer("https://elsewhere.example"));
  }

  /** Meant for another audience. */
  public String foreign(Caller caller) {
    return with(caller, claims -> claims.audience("somebody-else"));
  }

  /** Signed with another key that claims to be ours. */
  public String forged(Caller caller) {
    return signed(FOREIGN_KEY, "at+jwt", claims(caller).build());
  }

  /** Not signed at all. */
  public String unsigned(Caller caller) {
    return new PlainJWT(claims(caller).build()).serialize();
  }

  /** An ID token: ours, valid, but no access token. */
  public String idToken(Caller caller) {
    return signed(key(), "JWT", claims(caller).build());
  }

  /** The answer to an application's question who somebody is. */
  public String idToken(Caller caller, String application, String nonce) {
    return signed(
        key(),
        "JWT",
        new JWTClaimsSet.Builder()
            .issuer(issuer)
            .subject(caller.id().toString())
            .audience(application)
            .claim("nonce", nonce)
            .claim("sid", UUID.randomUUID().toString())
            .issueTime(new Date())
            .expirationTime(inTheFuture(Duration.ofMinutes(30)))
            .build());
  }

  private String with(Caller caller, UnaryOperator<JWTClaimsSet.Builder> change) {
    return signed(key(), "at+jwt", change.apply(claims(caller)).build());
  }

  private JWTClaimsSet.Builder claims(Caller caller) {
    var claims =
        new JWTClaimsSet.Builder()
            .issuer(issuer)
            .subject(caller.id().toString())
            .audience(List.of("accord-api"))
            .claim("roles", List.of(caller.role().name()))
            .claim("client_id", "accord-mobile")
            .jwtID(UUID.randomUUID().toString())
            .issueTime(new Date())
            .expirationTime(inTheFuture(Duration.ofMinutes(10)));
    if (caller.clientId() != null) {
      claims.claim("accord_client", caller.clientId().toString());
    }
    return claims;
  }

  private static Date inTheFuture(Duration time) {
    return Date.from(Instant.now().plus(time));
  }

  private String signed(RSAKey signer, String type, JWTClaimsSet claims) {
    try {
      var header =
          new JWSHeader.Builder(JWSAlgorithm.RS256)
              .type(new JOSEObjectType(type))
              .keyID(key().getKeyID())
              .build();
      var token = new SignedJWT(header, claims);
      token.sign(new RSASSASigner(signer));
      return token.serialize();
    } catch (JOSEException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private static RSAKey newKey() {
    try {
      return new RSAKeyGenerator(2048).keyID("test").generate();
    } catch (JOSEException failed) {
      throw new IllegalStateException(failed);
    }
  }
}
