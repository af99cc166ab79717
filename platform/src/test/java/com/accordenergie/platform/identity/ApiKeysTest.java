package com.accordenergie.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.nimbusds.jose.proc.SecurityContext;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ApiKeysTest {

  private final AuthService authService = new AuthService();
  private final ApiKeys keys = new ApiKeys(authService);

  @Test
  void aKeyThatNobodyHasIsNoKeyHoweverOftenATokenNamesIt() throws KeySourceException {
    for (int times = 0; times < 10; times++) {
      assertThat(named("of last year")).isEmpty();
    }
    assertThat(authService.asked).isLessThanOrEqualTo(3);
    assertThat(named("ours")).hasSize(1);
  }

  @Test
  void beforeAuthServiceHasAnsweredAnyKeyMayBeAGoodOne() {
    authService.away = true;
    for (int times = 0; times < 10; times++) {
      assertThatExceptionOfType(KeySourceException.class).isThrownBy(() -> named("ours"));
    }
  }

  @Test
  void whoIsKnownStaysKnownWhileAuthServiceIsAway() throws KeySourceException {
    assertThat(named("ours")).hasSize(1);
    authService.away = true;
    for (int times = 0; times < 10; times++) {
      assertThat(named("ours")).hasSize(1);
      assertThat(named("of last year")).isEmpty();
    }
  }

  private List<JWK> named(String id) throws KeySourceException {
    return keys.get(new JWKSelector(new JWKMatcher.Builder().keyID(id).build()), null);
  }

  private static final class AuthService implements JWKSetSource<SecurityContext> {

    private int asked;
    private boolean away;

    @Override
    public JWKSet getJWKSet(
        JWKSetCacheRefreshEvaluator refresh, long now, @Nullable SecurityContext context)
        throws KeySourceException {
      asked++;
      if (away) {
        throw new JWKSetUnavailableException("auth-service does not answer");
      }
      return new JWKSet(
          new OctetSequenceKey.Builder(new byte[32])
              .keyID("ours")
              .algorithm(JWSAlgorithm.HS256)
              .build());
    }

    @Override
    public void close() {}
  }
}
