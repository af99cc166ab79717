package com.accordenergie.auth.token;

import com.accordenergie.platform.vault.Sha256;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The life of tokens. A code is redeemed once and a refresh token of the mobile app replaced once,
 * however many try at the same time. Whoever comes back with a replaced refresh token within {@link
 * #PATIENCE} is a parallel request, or lost the answer, and gets the same successor; whoever comes
 * later has stolen it, or was stolen from, and everything that grew from that login ends.
 */
@Component
class TokenStore implements OAuth2AuthorizationService {

  static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final Logger log = LoggerFactory.getLogger(TokenStore.class);

  /** A redeemed code is remembered so that its re-use is noticed. */
  private static final Duration MEMORY_OF_CODES = Duration.ofDays(1);

  /** An expired ID token still says who wants to log out. */
  private static final Duration MEMORY_OF_ID_TOKENS = Duration.ofDays(7);

  private final TokenRows rows;
  private final Revocations revocations;
  private final Authorizations authorizations;
  private final TransactionOperations transaction;
  private final Clock clock;

  TokenStore(
      TokenRows rows,
      Revocations revocations,
      Authorizations authorizations,
      TransactionOperations transaction,
      Clock clock) {
    this.rows = rows;
    this.revocations = revocations;
    this.authorizations = authorizations;
    this.transaction = transaction;
    this.clock = clock;
  }

  @Override
  public @Nullable OAuth2Authorization findById(String id) {
    throw new UnsupportedOperationException("Nothing here looks for an authorization by its id");
  }

  @Override
  public @Nullable OAuth2Authorization findByToken(String value, @Nullable OAuth2TokenType type) {
    return rows.find(Sha256.of(value))
        .filter(token -> token.kind().isMeantBy(type))
        .flatMap(token -> type == null ? asItIs(token, value) : forUse(token, value))
        .orElse(null);
  }

  /** To be revoked or looked at. */
  private Optional<OAuth2Authorization> asItIs(IssuedToken token, String value) {
    return authorizations.toAuthorization(token, value, !token.isSpent());
  }

  /** To be redeemed, exchanged, or believed. */
  private Optional<OAuth2Authorization> forUse(IssuedToken token, String value) {
    if (isStolen(token)) {
      endStolen(token.grant().id(), token.kind());
      return Optional.empty();
    }
    boolean active = !token.isSpent() || token.kind() == TokenKind.REFRESH;
    return authorizations.toAuthorization(token, value, active);
  }

  private boolean isStolen(IssuedToken token) {
    Instant spentAt = token.spentAt();
    return spentAt != null
        && switch (token.kind()) {
          case CODE -> true;
          case REFRESH -> !isPatientWith(spentAt);
          case ACCESS, ID -> false;
        };
  }

  private boolean isPatientWith(Instant spentAt) {
    return !spentAt.plus(PATIENCE).isBefore(clock.instant());
  }

  private void endStolen(UUID grant, TokenKind kind) {
    log.warn("A {} was used again: grant {} is revoked", kind, grant);
    revocations.of(grant);
  }

  @Override
  public void remove(OAuth2Authorization authorization) {
    revocations.of(UUID.fromString(authorization.getId()));
  }

  @Override
  public void save(OAuth2Authorization authorization) {
    Presented presented = Presented.in(authorization);
    if (presented == null) {
      transaction.executeWithoutResult(status -> begin(authorization));
      return;
    }
    Outcome outcome = transaction.execute(status -> goOn(authorization, presented));
    if (outcome == Outcome.STOLEN) {
      endStolen(UUID.fromString(authorization.getId()), presented.kind());
    }
    if (outcome != Outcome.DONE) {
      throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT);
    }
  }

  private void begin(OAuth2Authorization authorization) {
    rows.add(authorizations.toGrant(authorization), clock.instant());
    addTokens(authorization);
  }

  private Outcome goOn(OAuth2Authorization authorization, Presented presented) {
    UUID grant = UUID.fromString(authorization.getId());
    if (!rows.lock(grant)) {
      return Outcome.REVOKED;
    }
    return switch (presented.kind()) {
      case CODE -> redeem(authorization, presented);
      case REFRESH -> refresh(authorization, presented);
      case ACCESS, ID -> {
        rows.spend(presented.hash(), clock.instant());
        yield Outcome.DONE;
      }
    };
  }

  private Outcome redeem(OAuth2Authorization authorization, Presented code) {
    boolean first = rows.spend(code.hash(), clock.instant());
    boolean redeemed = authorization.getToken(OAuth2AccessToken.class) != null;
    if (redeemed && !first) {
      return Outcome.STOLEN;
    }
    addTokens(authorization);
    return Outcome.DONE;
  }

  private Outcome refresh(OAuth2Authorization authorization, Presented presented) {
    OAuth2Authorization.Token<OAuth2RefreshToken> current = authorization.getRefreshToken();
    if (current == null || current.isInvalidated()) {
      revocations.ofTokensOf(UUID.fromString(authorization.getId()));
      return Outcome.DONE;
    }
    boolean replaced = !current.getToken().getTokenValue().equals(presented.value());
    if (replaced && !rows.replace(presented.hash(), clock.instant()) && isTooLate(presented)) {
      return Outcome.STOLEN;
    }
    addTokens(authorization);
    return Outcome.DONE;
  }

  private boolean isTooLate(Presented presented) {
    Instant spentAt = rows.find(presented.hash()).map(IssuedToken::spentAt).orElse(null);
    return spentAt == null || !isPatientWith(spentAt);
  }

  /** Those that are there already are left alone. */
  private void addTokens(OAuth2Authorization authorization) {
    Set<String> scopes = authorization.getAuthorizedScopes();
    add(authorization, OAuth2AuthorizationCode.class, TokenKind.CODE, scopes, MEMORY_OF_CODES);
    add(authorization, OAuth2RefreshToken.class, TokenKind.REFRESH, scopes, Duration.ZERO);
    OAuth2Authorization.Token<OAuth2AccessToken> access = authorization.getAccessToken();
    if (access != null) {
      add(
          authorization,
          OAuth2AccessToken.class,
          TokenKind.ACCESS,
          access.getToken().getScopes(),
          Duration.ZERO);
    }
    add(authorization, OidcIdToken.class, TokenKind.ID, scopes, MEMORY_OF_ID_TOKENS);
  }

  private void add(
      OAuth2Authorization authorization,
      Class<? extends OAuth2Token> type,
      TokenKind kind,
      Set<String> scopes,
      Duration remembered) {
    OAuth2Authorization.Token<? extends OAuth2Token> token = authorization.getToken(type);
    if (token != null) {
      rows.add(UUID.fromString(authorization.getId()), kind, token.getToken(), scopes, remembered);
    }
  }

  private enum Outcome {
    DONE,
    REVOKED,
    STOLEN
  }
}
