package com.accordenergie.gateway.session;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A login under way in one tab.
 *
 * @param state ties the answer to this attempt, and this attempt to this browser
 * @param returnTo where the tab wanted to go, a path of ours
 */
record LoginAttempt(
    State state, Nonce nonce, CodeVerifier verifier, String returnTo, Instant until) {

  /** At the end of the state of an attempt that already takes the place of a failed one. */
  private static final String AGAIN = "~2";

  private static final String NONCE = "no";
  private static final String VERIFIER = "cv";
  private static final String RETURN_TO = "to";

  static LoginAttempt begin(String returnTo, boolean again, Instant until) {
    String state = new State().getValue() + (again ? AGAIN : "");
    return new LoginAttempt(
        new State(state), new Nonce(), new CodeVerifier(), returnTo, until);
  }

  /** Whether trying yet again would most likely go in circles. */
  static boolean isSecond(State state) {
    return state.getValue().endsWith(AGAIN);
  }

  JWTClaimsSet toClaims() {
    return new JWTClaimsSet.Builder()
        .jwtID(state.getValue())
        .expirationTime(Date.from(until))
        .claim(NONCE, nonce.getValue())
        .claim(VERIFIER, verifier.getValue())
        .claim(RETURN_TO, returnTo)
        .build();
  }

  static Optional<LoginAttempt> of(JWTClaimsSet claims) {
    try {
      String nonce = claims.getStringClaim(NONCE);
      String verifier = claims.getStringClaim(VERIFIER);
      String returnTo = claims.getStringClaim(RETURN_TO);
      Date until = claims.getExpirationTime();
      return Stream.of(claims.getJWTID(), nonce, verifier, returnTo, until)
              .allMatch(Objects::nonNull)
          ? Optional.of(
              new LoginAttempt(
                  new State(claims.getJWTID()),
                  new Nonce(nonce),
                  new CodeVerifier(verifier),
                  returnTo,
                  until.toInstant()))
          : Optional.empty();
    } catch (ParseException | IllegalArgumentException another) {
      return Optional.empty();
    }
  }
}
