package com.accordenergie.auth.partner;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.authorization.authentication.JwtClientAssertionDecoderFactory;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.stereotype.Component;

/**
 * Verifies what a partner signed to prove who it is (RFC 7523): by the key it gave us, made by and for
 * itself, meant for us, for five minutes at most, and shown for the first time.
 */
@Component
public class ClientAssertions implements JwtDecoderFactory<RegisteredClient> {

  private static final Duration LONGEST_LIFE = Duration.ofMinutes(5);
  private static final Duration CLOCK_SKEW = Duration.ofMinutes(1);
  private static final int LONGEST_ID = 255;

  private final AssertionRows shown;
  private final Clock clock;

  ClientAssertions(AssertionRows shown, Clock clock) {
    this.shown = shown;
    this.clock = clock;
  }

  @Override
  public JwtDecoder createDecoder(RegisteredClient client) {
    NimbusJwtDecoder signed = signedWith(PartnerClients.keyOf(client));
    signed.setJwtValidator(
        JwtClientAssertionDecoderFactory.DEFAULT_JWT_VALIDATOR_FACTORY.apply(client));
    return token -> {
      Jwt assertion = signed.decode(token);
      useOnce(client, assertion);
      return assertion;
    };
  }

  private static NimbusJwtDecoder signedWith(PartnerKey key) {
    JWSKeySelector<SecurityContext> selector =
        (header, context) ->
            key.algorithms().contains(header.getAlgorithm()) ? List.of(key.key()) : List.of();
    var processor = new DefaultJWTProcessor<SecurityContext>();
    processor.setJWSKeySelector(selector);
    processor.setJWSTypeVerifier(
        new DefaultJOSEObjectTypeVerifier<>(
            null, JOSEObjectType.JWT, new JOSEObjectType("client-authentication+jwt")));
    processor.setJWTClaimsSetVerifier((claims, context) -> {});
    return new NimbusJwtDecoder(processor);
  }

  private void useOnce(RegisteredClient client, Jwt assertion) {
    Instant now = clock.instant();
    Instant end = assertion.getExpiresAt();
    if (end == null || end.isAfter(now.plus(LONGEST_LIFE).plus(CLOCK_SKEW))) {
      throw new BadJwtException("The assertion must expire within five minutes");
    }
    String id = assertion.getId();
    if (id == null || id.isBlank() || id.length() > LONGEST_ID) {
      throw new BadJwtException("The assertion needs an id (jti)");
    }
    if (!shown.add(client.getClientId(), id, end.plus(CLOCK_SKEW))) {
      throw new BadJwtException("The assertion was shown before");
    }
  }
}
