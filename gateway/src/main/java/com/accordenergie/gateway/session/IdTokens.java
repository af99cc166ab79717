package com.accordenergie.gateway.session;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.text.ParseException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Makes sure that a login is the answer to our own question (OpenID Connect Core, 3.1.3.7). */
@Component
class IdTokens {

  private final IDTokenValidator validator;

  IdTokens(
      JWKSource<SecurityContext> apiKeys,
      SessionProperties properties,
      @Value("${accord.issuer}") String issuer) {
    this.validator =
        new IDTokenValidator(
            new Issuer(issuer),
            new ClientID(properties.clientId()),
            new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, apiKeys),
            null);
  }

  /** The token itself, when it is signed by our auth-service, for us, and answers this attempt. */
  String verified(@Nullable String idToken, LoginAttempt attempt) {
    if (idToken == null) {
      throw new LoginRefusedException("no ID token", null);
    }
    try {
      validator.validate(JWTParser.parse(idToken), attempt.nonce());
      return idToken;
    } catch (ParseException | BadJOSEException | JOSEException foreign) {
      throw new LoginRefusedException("the ID token is not for this login", foreign);
    }
  }
}
