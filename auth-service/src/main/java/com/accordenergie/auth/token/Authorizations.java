package com.accordenergie.auth.token;

import com.accordenergie.auth.account.Account;
import com.accordenergie.auth.account.Accounts;
import com.accordenergie.auth.login.AccountPrincipal;
import com.accordenergie.auth.login.Logins;
import com.accordenergie.platform.vault.Sha256;
import java.security.Principal;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.IdTokenClaimNames;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.stereotype.Component;

/**
 * Translates between rows and the framework's authorization. Only ids were stored of the person: who
 * it is now, and whether still one of us, is read from the account each time.
 */
@Component
class Authorizations {

  /** Stands for an ID token whose value nobody kept; its claims are what is asked for. */
  private static final String NOT_KEPT = "not kept";

  private final RegisteredClientRepository clients;
  private final Accounts accounts;
  private final String issuer;

  Authorizations(
      RegisteredClientRepository clients,
      Accounts accounts,
      @Value("${accord.issuer}") String issuer) {
    this.clients = clients;
    this.accounts = accounts;
    this.issuer = issuer;
  }

  Grant toGrant(OAuth2Authorization authorization) {
    Authentication principal = authorization.getAttribute(Principal.class.getName());
    AccountPrincipal somebody =
        principal != null && principal.getPrincipal() instanceof AccountPrincipal account
            ? account
            : null;
    OAuth2AuthorizationRequest request =
        authorization.getAttribute(OAuth2AuthorizationRequest.class.getName());
    return new Grant(
        UUID.fromString(authorization.getId()),
        authorization.getRegisteredClientId(),
        authorization.getPrincipalName(),
        somebody == null ? null : somebody.account(),
        somebody == null ? null : somebody.login(),
        somebody == null ? null : Logins.timeOf(principal),
        authorization.getAuthorizationGrantType().getValue(),
        authorization.getAuthorizedScopes(),
        request == null ? null : request.getRedirectUri(),
        additional(request, PkceParameterNames.CODE_CHALLENGE),
        additional(request, OidcParameterNames.NONCE));
  }

  /** Empty when the application, or the person, is no longer one of ours. */
  Optional<OAuth2Authorization> toAuthorization(
      IssuedToken token, String value, boolean active) {
    Grant grant = token.grant();
    RegisteredClient client = clients.findById(grant.client());
    if (client == null || !(token.kind() == TokenKind.ID || mayGoOn(grant))) {
      return Optional.empty();
    }
    OAuth2Authorization.Builder authorization =
        OAuth2Authorization.withRegisteredClient(client)
            .id(grant.id().toString())
            .principalName(grant.principal())
            .authorizationGrantType(new AuthorizationGrantType(grant.grantType()))
            .authorizedScopes(grant.scopes())
            .attribute(Presented.ATTRIBUTE, new Presented(token.kind(), value));
    if (grant.account() != null && grant.login() != null && grant.loggedInAt() != null) {
      authorization.attribute(
          Principal.class.getName(),
          Logins.byPassword(
              new AccountPrincipal(grant.account(), grant.login()), grant.loggedInAt()));
    }
    addToken(authorization, client, token, value, active);
    return Optional.of(authorization.build());
  }

  private boolean mayGoOn(Grant grant) {
    return grant.account() == null
        || accounts.findById(grant.account()).filter(Account::isActive).isPresent();
  }

  private void addToken(
      OAuth2Authorization.Builder authorization,
      RegisteredClient client,
      IssuedToken token,
      String value,
      boolean active) {
    Instant from = token.issuedAt();
    Instant until = token.expiresAt();
    switch (token.kind()) {
      case CODE -> {
        authorization.token(
            new OAuth2AuthorizationCode(value, from, until), metadata -> mark(metadata, active));
        authorization.attribute(
            OAuth2AuthorizationRequest.class.getName(), request(token.grant(), client));
      }
      case REFRESH -> {
        authorization.token(
            new OAuth2RefreshToken(value, from, until), metadata -> mark(metadata, active));
        addIdToken(authorization, client, token, NOT_KEPT);
      }
      case ACCESS -> {
        authorization.token(
            new OAuth2AccessToken(
                OAuth2AccessToken.TokenType.BEARER, value, from, until, token.scopes()),
            metadata -> mark(metadata, active));
        addIdToken(authorization, client, token, NOT_KEPT);
      }
      case ID -> addIdToken(authorization, client, token, value);
    }
  }

  private static void mark(Map<String, Object> metadata, boolean active) {
    metadata.put(OAuth2Authorization.Token.INVALIDATED_METADATA_NAME, !active);
  }

  private OAuth2AuthorizationRequest request(Grant grant, RegisteredClient client) {
    var additional = new HashMap<String, Object>();
    if (grant.codeChallenge() != null) {
      additional.put(PkceParameterNames.CODE_CHALLENGE, grant.codeChallenge());
      additional.put(PkceParameterNames.CODE_CHALLENGE_METHOD, "S256");
    }
    if (grant.nonce() != null) {
      additional.put(OidcParameterNames.NONCE, grant.nonce());
    }
    return OAuth2AuthorizationRequest.authorizationCode()
        .authorizationUri(issuer + "/oauth2/authorize")
        .clientId(client.getClientId())
        .redirectUri(grant.redirectUri())
        .scopes(grant.scopes())
        .additionalParameters(additional)
        .build();
  }

  /** The claims that logging out, refreshing and userinfo look at. */
  private void addIdToken(
      OAuth2Authorization.Builder authorization,
      RegisteredClient client,
      IssuedToken token,
      String value) {
    Grant grant = token.grant();
    if (!grant.scopes().contains(OidcScopes.OPENID)
        || grant.login() == null
        || grant.loggedInAt() == null) {
      return;
    }
    var claims = new HashMap<String, Object>();
    claims.put(IdTokenClaimNames.ISS, issuer);
    claims.put(IdTokenClaimNames.SUB, grant.principal());
    claims.put(IdTokenClaimNames.AUD, List.of(client.getClientId()));
    claims.put(IdTokenClaimNames.IAT, token.issuedAt());
    claims.put(IdTokenClaimNames.EXP, token.expiresAt());
    claims.put("sid", sessionIdentifier(grant.login()));
    claims.put(IdTokenClaimNames.AUTH_TIME, Date.from(grant.loggedInAt()));
    authorization.token(
        new OidcIdToken(value, token.issuedAt(), token.expiresAt(), claims),
        metadata -> metadata.put(OAuth2Authorization.Token.CLAIMS_METADATA_NAME, claims));
  }

  /** As the framework writes the claim {@code sid} of the first ID token. */
  private static String sessionIdentifier(UUID login) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(Sha256.of(login.toString()));
  }

  private static @Nullable String additional(
      @Nullable OAuth2AuthorizationRequest request, String name) {
    return request == null ? null : (String) request.getAdditionalParameters().get(name);
  }
}
