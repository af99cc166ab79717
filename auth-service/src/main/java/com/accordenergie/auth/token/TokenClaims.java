package com.accordenergie.auth.token;

import com.accordenergie.auth.account.Account;
import com.accordenergie.auth.account.Accounts;
import com.accordenergie.auth.login.AccountPrincipal;
import com.accordenergie.auth.partner.PartnerClaims;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.core.oidc.StandardClaimNames;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.stereotype.Component;

/**
 * What tokens say of somebody, as the account is now, or of a partner. An access token (RFC 9068) is for our API and
 * carries the one role; an ID token is for the application and carries what its scopes allow.
 */
@Component
public final class TokenClaims implements OAuth2TokenCustomizer<JwtEncodingContext> {

  private static final String ACCESS_TOKEN_TYPE = "at+jwt";
  private static final String AUDIENCE = "accord-api";

  /** Which application's session a token came from, so that what lasts in its name can end with it. */
  static final String SESSION = "accord_session";

  private final Accounts accounts;
  private final PartnerClaims partners;

  TokenClaims(Accounts accounts, PartnerClaims partners) {
    this.accounts = accounts;
    this.partners = partners;
  }

  @Override
  public void customize(JwtEncodingContext context) {
    boolean access = OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType());
    if (access) {
      context.getJwsHeader().type(ACCESS_TOKEN_TYPE);
      context
          .getClaims()
          .audience(plain(AUDIENCE))
          .claim("client_id", context.getRegisteredClient().getClientId());
      partners.customize(context);
    }
    if (context.getPrincipal().getPrincipal() instanceof AccountPrincipal somebody) {
      Account account = accounts.findById(somebody.account()).orElseThrow(TokenClaims::gone);
      if (access) {
        addRole(context, account);
        addSession(context);
      } else {
        profileOf(account, context.getAuthorizedScopes())
            .forEach((name, value) -> context.getClaims().claim(name, value));
      }
    }
  }

  private static void addRole(JwtEncodingContext context, Account account) {
    context.getClaims().claim("roles", plain(account.role().name()));
    if (account.clientId() != null) {
      context.getClaims().claim("accord_client", account.clientId().toString());
    }
  }

  private static void addSession(JwtEncodingContext context) {
    OAuth2Authorization session = context.getAuthorization();
    if (session != null) {
      context.getClaims().claim(SESSION, session.getId());
    }
  }

  /** What an application may know of somebody, by the scopes it was granted. */
  static Map<String, Object> profileOf(Account account, Set<String> scopes) {
    var profile = new LinkedHashMap<String, Object>();
    if (scopes.contains(OidcScopes.PROFILE)) {
      profile.put(StandardClaimNames.NAME, account.displayName());
      profile.put(StandardClaimNames.PREFERRED_USERNAME, account.username());
    }
    if (scopes.contains(OidcScopes.EMAIL)) {
      profile.put(StandardClaimNames.EMAIL, account.email());
    }
    return profile;
  }

  /** The framework's JSON takes plain collections only. */
  private static List<String> plain(String value) {
    return new ArrayList<>(List.of(value));
  }

  private static OAuth2AuthenticationException gone() {
    return new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT);
  }
}
