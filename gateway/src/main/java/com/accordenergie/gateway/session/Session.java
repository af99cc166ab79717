package com.accordenergie.gateway.session;

import com.nimbusds.jwt.JWTClaimsSet;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A login in one browser.
 *
 * @param id stays the same when tokens are renewed
 * @param idToken shows auth-service who logs out
 * @param csrfToken what a page of ours must send along with every change
 * @param until however much the session is used
 */
record Session(
    String id,
    String accessToken,
    Instant accessUntil,
    String refreshToken,
    String idToken,
    String csrfToken,
    Instant until) {

  // Short names: a browser keeps 4096 bytes.
  private static final String ACCESS_TOKEN = "at";
  private static final String ACCESS_UNTIL = "au";
  private static final String REFRESH_TOKEN = "rt";
  private static final String ID_TOKEN = "it";
  private static final String CSRF_TOKEN = "ct";

  static Session begin(TokenSet tokens, String idToken, Instant until) {
    return new Session(
        Secrets.next(),
        tokens.accessToken(),
        tokens.accessUntil(),
        tokens.refreshToken(),
        idToken,
        Secrets.next(),
        until);
  }

  Session renewed(TokenSet tokens) {
    return new Session(
        id,
        tokens.accessToken(),
        tokens.accessUntil(),
        tokens.refreshToken(),
        tokens.idToken() == null ? idToken : tokens.idToken(),
        csrfToken,
        until);
  }

  JWTClaimsSet toClaims() {
    return new JWTClaimsSet.Builder()
        .jwtID(id)
        .expirationTime(Date.from(until))
        .claim(ACCESS_TOKEN, accessToken)
        .claim(ACCESS_UNTIL, accessUntil.getEpochSecond())
        .claim(REFRESH_TOKEN, refreshToken)
        .claim(ID_TOKEN, idToken)
        .claim(CSRF_TOKEN, csrfToken)
        .build();
  }

  /** Empty when something is missing: another version of ours has written it. */
  static Optional<Session> of(JWTClaimsSet claims) {
    try {
      Long accessUntil = claims.getLongClaim(ACCESS_UNTIL);
      String accessToken = claims.getStringClaim(ACCESS_TOKEN);
      String refreshToken = claims.getStringClaim(REFRESH_TOKEN);
      String idToken = claims.getStringClaim(ID_TOKEN);
      String csrfToken = claims.getStringClaim(CSRF_TOKEN);
      Date until = claims.getExpirationTime();
      boolean whole =
          Stream.of(claims.getJWTID(), accessUntil, accessToken, refreshToken, idToken, csrfToken, until)
              .allMatch(Objects::nonNull);
      return whole
          ? Optional.of(
              new Session(
                  claims.getJWTID(),
                  accessToken,
                  Instant.ofEpochSecond(accessUntil),
                  refreshToken,
                  idToken,
                  csrfToken,
                  until.toInstant()))
          : Optional.empty();
    } catch (ParseException another) {
      return Optional.empty();
    }
  }
}
