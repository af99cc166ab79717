package com.accordenergie.auth.config;

import com.accordenergie.auth.client.AuthorizationRequestLimits;
import com.accordenergie.auth.client.PublicClientConverter;
import com.accordenergie.auth.client.PublicClientProvider;
import com.accordenergie.auth.client.UnknownClient;
import com.accordenergie.auth.key.SigningKeys;
import com.accordenergie.auth.login.web.AuthorizationRefusals;
import com.accordenergie.auth.login.web.LogoutRefusals;
import com.accordenergie.auth.partner.ClientAssertions;
import com.accordenergie.auth.token.RefreshTokens;
import com.accordenergie.auth.token.TokenClaims;
import com.accordenergie.auth.token.TokenEnds;
import com.accordenergie.auth.token.UserInfo;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.authentication.JwtClientAssertionAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationValidator;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.oidc.OidcProviderConfiguration;
import org.springframework.security.oauth2.server.authorization.oidc.authentication.OidcLogoutAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.oidc.web.authentication.OidcLogoutAuthenticationSuccessHandler;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.DelegatingOAuth2TokenGenerator;
import org.springframework.security.oauth2.server.authorization.token.JwtGenerator;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;

/** The protocol endpoints: OAuth 2.0 with PKCE, OpenID Connect on top. */
@Configuration(proxyBeanMethods = false)
class AuthorizationServerConfiguration {

  @Bean
  @Order(10)
  SecurityFilterChain authorizationServer(
      HttpSecurity http,
      RegisteredClientRepository clients,
      JwtDecoder apiTokens,
      SigningKeys keys,
      TokenClaims claims,
      RefreshTokens refreshTokens,
      ClientAssertions assertions,
      Clock clock,
      RequestCache interrupted,
      UserInfo userInfo,
      TokenEnds tokenEnds,
      AuthorizationRefusals authorizationRefusals,
      LogoutRefusals logoutRefusals)
      throws Exception {
    http.oauth2AuthorizationServer(
        server -> {
          http.securityMatcher(server.getEndpointsMatcher());
          server
              .tokenGenerator(tokens(keys, claims, refreshTokens, clock))
              .clientAuthentication(
                  client ->
                      client
                          .authenticationConverter(new PublicClientConverter())
                          .authenticationProvider(new PublicClientProvider(clients))
                          .authenticationProviders(
                              providers -> verifyAssertions(providers, assertions)))
              .authorizationServerMetadataEndpoint(
                  endpoint ->
                      endpoint.authorizationServerMetadataCustomizer(
                          metadata -> metadata.claims(ClientMetadata::describe)))
              .authorizationEndpoint(
                  endpoint ->
                      endpoint
                          .authenticationProviders(this::limitRequests)
                          .errorResponseHandler(authorizationRefusals))
              .oidc(
                  oidc ->
                      oidc.userInfoEndpoint(endpoint -> endpoint.userInfoMapper(userInfo))
                          .logoutEndpoint(
                              endpoint ->
                                  endpoint
                                      .logoutResponseHandler(logout(tokenEnds))
                                      .errorResponseHandler(logoutRefusals))
                          .providerConfigurationEndpoint(
                              endpoint ->
                                  endpoint.providerConfigurationCustomizer(this::describe)));
        });
    return http.authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers(AuthorizationServerConfiguration::mustStayQuiet)
                    .permitAll()
                    .anyRequest()
                    .authenticated())
        .oauth2ResourceServer(resource -> resource.jwt(jwt -> jwt.decoder(apiTokens)))
        .requestCache(cache -> cache.requestCache(interrupted))
        .exceptionHandling(
            handling ->
                handling
                    .defaultAuthenticationEntryPointFor(
                        new UnknownClient(),
                        PathPatternRequestMatcher.withDefaults()
                            .matcher(HttpMethod.POST, "/oauth2/{endpoint}"))
                    .defaultAuthenticationEntryPointFor(
                        new LoginUrlAuthenticationEntryPoint("/login"), pagesOnly()))
        .headers(SecurityHeaders::apply)
        .build();
  }

  @Bean
  AuthorizationServerSettings authorizationServerSettings(
      @Value("${accord.issuer}") String issuer) {
    return AuthorizationServerSettings.builder().issuer(issuer).build();
  }

  /** Signed tokens, and refresh tokens for public clients too. */
  private static OAuth2TokenGenerator<OAuth2Token> tokens(
      SigningKeys keys, TokenClaims claims, RefreshTokens refreshTokens, Clock clock) {
    var signed = new JwtGenerator(new NimbusJwtEncoder(keys.signing()));
    signed.setJwtCustomizer(claims);
    signed.setClock(clock);
    return new DelegatingOAuth2TokenGenerator(signed, refreshTokens);
  }

  /**
   * An application that asks without showing anything (OpenID Connect, {@code prompt=none}) is
   * answered by the endpoint itself, not by the login page.
   */
  private static boolean mustStayQuiet(HttpServletRequest request) {
    return request.getRequestURI().equals("/oauth2/authorize")
        && "none".equals(request.getParameter("prompt"));
  }

  private void limitRequests(List<AuthenticationProvider> providers) {
    for (AuthenticationProvider provider : providers) {
      if (provider instanceof OAuth2AuthorizationCodeRequestAuthenticationProvider requests) {
        requests.setAuthenticationValidator(
            new OAuth2AuthorizationCodeRequestAuthenticationValidator()
                .andThen(new AuthorizationRequestLimits()));
      }
    }
  }

  private static void verifyAssertions(
      List<AuthenticationProvider> providers, ClientAssertions assertions) {
    for (AuthenticationProvider provider : providers) {
      if (provider instanceof JwtClientAssertionAuthenticationProvider signed) {
        signed.setJwtDecoderFactory(assertions);
      }
    }
  }

  /** What the framework does not tell of itself. */
  private void describe(OidcProviderConfiguration.Builder discovery) {
    discovery
        .claims(ClientMetadata::describe)
        .scopes(
            scopes -> {
              scopes.clear();
              scopes.addAll(List.of(OidcScopes.OPENID, OidcScopes.PROFILE, OidcScopes.EMAIL));
            });
  }

  /** Ends the session in the browser, and whatever the login led to. */
  private static OidcLogoutAuthenticationSuccessHandler logout(TokenEnds tokenEnds) {
    var session = new SecurityContextLogoutHandler();
    var handler = new OidcLogoutAuthenticationSuccessHandler();
    handler.setLogoutHandler(
        (request, response, authentication) -> {
          if (authentication instanceof OidcLogoutAuthenticationToken leaving) {
            tokenEnds.onLogout(leaving);
            session.logout(request, response, authentication);
          }
        });
    return handler;
  }

  /** A browser is sent to the login page, a program is told 401. */
  private static MediaTypeRequestMatcher pagesOnly() {
    var matcher = new MediaTypeRequestMatcher(MediaType.TEXT_HTML);
    matcher.setIgnoredMediaTypes(Set.of(MediaType.ALL));
    return matcher;
  }
}
