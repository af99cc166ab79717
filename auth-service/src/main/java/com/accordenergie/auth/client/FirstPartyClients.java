package com.accordenergie.auth.client;

import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.stereotype.Component;

/**
 * Our own two applications. They are part of the installation like its address is: registered at
 * every start from the configuration, so that a new address or secret needs no change of data.
 */
@Component
final class FirstPartyClients {

  private final RegisteredClient web;
  private final RegisteredClient mobile;

  FirstPartyClients(
      @Value("${accord.issuer}") String issuer,
      ClientProperties properties,
      ClientSecrets secrets) {
    this.web = web(issuer, properties, secrets);
    this.mobile = mobile(properties);
  }

  List<RegisteredClient> all() {
    return List.of(web, mobile);
  }

  /**
   * The gateway on behalf of the browser. It refreshes from many requests at once over several
   * instances, and hands the token to nobody but in an encrypted cookie, so it stays the same.
   */
  private static RegisteredClient web(
      String issuer, ClientProperties properties, ClientSecrets secrets) {
    return RegisteredClient.withId("accord-web")
        .clientId("accord-web")
        .clientName("AccordÉnergie Interventions")
        .clientSecret(secrets.encode(properties.webSecret()))
        .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
        .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
        .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
        .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
        .redirectUri(issuer + "/session/callback")
        .postLogoutRedirectUri(issuer)
        .postLogoutRedirectUri(issuer + "/")
        .scopes(scopes -> scopes.addAll(List.of(OidcScopes.OPENID, OidcScopes.PROFILE, OidcScopes.EMAIL)))
        .clientSettings(ourOwn())
        .tokenSettings(
            TokenSettings.builder()
                .accessTokenTimeToLive(properties.accessToken())
                .refreshTokenTimeToLive(properties.webLogin())
                .reuseRefreshTokens(true)
                .build())
        .build();
  }

  /**
   * The mobile app: it cannot keep a secret, so each refresh token serves once. Its redirects are
   * the loopback address with any port and a scheme of its own (RFC 8252, sections 7.1 and 7.3).
   */
  private static RegisteredClient mobile(ClientProperties properties) {
    return RegisteredClient.withId("accord-mobile")
        .clientId("accord-mobile")
        .clientName("AccordÉnergie mobile")
        .clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
        .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
        .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
        .redirectUri("http://127.0.0.1/callback")
        .redirectUri("com.accordenergie.interventions:/callback")
        .postLogoutRedirectUri("com.accordenergie.interventions:/logged-out")
        .scopes(scopes -> scopes.addAll(List.of(OidcScopes.OPENID, OidcScopes.PROFILE, OidcScopes.EMAIL)))
        .clientSettings(ourOwn())
        .tokenSettings(
            TokenSettings.builder()
                .accessTokenTimeToLive(properties.accessToken())
                .refreshTokenTimeToLive(properties.mobileLogin())
                .reuseRefreshTokens(false)
                .build())
        .build();
  }

  private static ClientSettings ourOwn() {
    return ClientSettings.builder().requireProofKey(true).requireAuthorizationConsent(false).build();
  }
}
