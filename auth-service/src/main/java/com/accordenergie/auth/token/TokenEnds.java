package com.accordenergie.auth.token;

import com.accordenergie.auth.account.AccountEvent;
import com.accordenergie.auth.login.AccountPrincipal;
import com.accordenergie.platform.vault.Sha256;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.server.authorization.oidc.authentication.OidcLogoutAuthenticationToken;
import org.springframework.stereotype.Component;

/**
 * Revokes what may no longer be renewed: all tokens of an account that closed or changed its
 * password, and those that came from a login which its owner ended.
 */
@Component
public class TokenEnds {

  private final TokenRows rows;
  private final Revocations revocations;

  TokenEnds(TokenRows rows, Revocations revocations) {
    this.rows = rows;
    this.revocations = revocations;
  }

  @EventListener
  void on(AccountEvent event) {
    switch (event) {
      case AccountEvent.Opened opened -> {}
      case AccountEvent.PasswordChosen(UUID account, boolean another) -> rows.revokeAllOf(account);
      case AccountEvent.LoggedOutEverywhere(UUID account) -> rows.revokeAllOf(account);
      case AccountEvent.Closed(UUID account) -> rows.revokeAllOf(account);
    }
  }

  /** Logging out on our own page. */
  public void onLogout(@Nullable Authentication leaving) {
    if (leaving != null && leaving.getPrincipal() instanceof AccountPrincipal somebody) {
      revocations.allFrom(somebody.login());
    }
  }

  /** Logging out from an application, which shows an ID token of ours. */
  public void onLogout(OidcLogoutAuthenticationToken leaving) {
    OidcIdToken shown = leaving.getIdToken();
    if (shown != null) {
      rows.find(Sha256.of(shown.getTokenValue()))
          .map(token -> token.grant().login())
          .ifPresent(revocations::allFrom);
    }
  }
}
