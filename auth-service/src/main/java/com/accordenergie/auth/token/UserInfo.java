package com.accordenergie.auth.token;

import com.accordenergie.auth.account.Account;
import com.accordenergie.auth.account.Accounts;
import java.util.LinkedHashMap;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.core.oidc.StandardClaimNames;
import org.springframework.security.oauth2.server.authorization.oidc.authentication.OidcUserInfoAuthenticationContext;
import org.springframework.stereotype.Component;

/** The answer of {@code /userinfo}: the same as an ID token made at this moment would say. */
@Component
public final class UserInfo implements Function<OidcUserInfoAuthenticationContext, OidcUserInfo> {

  private final Accounts accounts;

  UserInfo(Accounts accounts) {
    this.accounts = accounts;
  }

  @Override
  public OidcUserInfo apply(OidcUserInfoAuthenticationContext context) {
    Account account =
        accounts
            .findById(UUID.fromString(context.getAuthorization().getPrincipalName()))
            .orElseThrow(() -> new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_TOKEN));
    var claims = new LinkedHashMap<String, Object>();
    claims.put(StandardClaimNames.SUB, account.id().toString());
    claims.putAll(TokenClaims.profileOf(account, context.getAccessToken().getScopes()));
    return new OidcUserInfo(claims);
  }
}
