package com.accordenergie.auth.token;

import com.accordenergie.auth.key.KeyVault;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2RefreshTokenAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;
import org.springframework.stereotype.Component;

/**
 * Makes refresh tokens, for public clients too. The first of a login is random; each successor is
 * computed from the one it replaces with a key of ours. So requests that come in parallel, to
 * whichever instance, are given the same successor, and no value has to be kept anywhere for them.
 */
@Component
public final class RefreshTokens implements OAuth2TokenGenerator<OAuth2RefreshToken> {

  private static final String ALGORITHM = "HmacSHA256";
  private static final int BYTES = 32;

  private final SecretKey succession;
  private final SecureRandom random = new SecureRandom();
  private final Clock clock;

  RefreshTokens(KeyVault vault, Clock clock) {
    this.succession = vault.keyFor("succession of refresh tokens", ALGORITHM);
    this.clock = clock;
  }

  @Override
  public @Nullable OAuth2RefreshToken generate(OAuth2TokenContext context) {
    if (!OAuth2TokenType.REFRESH_TOKEN.equals(context.getTokenType())) {
      return null;
    }
    byte[] value =
        context.getAuthorizationGrant() instanceof OAuth2RefreshTokenAuthenticationToken renewal
            ? successorOf(renewal.getRefreshToken())
            : randomBytes();
    Instant now = clock.instant();
    return new OAuth2RefreshToken(
        Base64.getUrlEncoder().withoutPadding().encodeToString(value),
        now,
        now.plus(context.getRegisteredClient().getTokenSettings().getRefreshTokenTimeToLive()));
  }

  private byte[] successorOf(String replaced) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(succession);
      return mac.doFinal(replaced.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("HMAC is part of the platform", impossible);
    }
  }

  private byte[] randomBytes() {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return bytes;
  }
}
