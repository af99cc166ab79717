package com.accordenergie.auth.client;

import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationException;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;

/** Refuses what we could not keep: a challenge that is no SHA-256, a nonce longer than any. */
public final class AuthorizationRequestLimits
    implements Consumer<OAuth2AuthorizationCodeRequestAuthenticationContext> {

  private static final Pattern SHA_256 = Pattern.compile("[A-Za-z0-9_-]{43}");
  private static final int LONGEST_NONCE = 500;

  @Override
  public void accept(OAuth2AuthorizationCodeRequestAuthenticationContext context) {
    OAuth2AuthorizationCodeRequestAuthenticationToken request = context.getAuthentication();
    Object challenge = request.getAdditionalParameters().get(PkceParameterNames.CODE_CHALLENGE);
    if (challenge != null
        && !(challenge instanceof String text && SHA_256.matcher(text).matches())) {
      throw refusal(request, PkceParameterNames.CODE_CHALLENGE);
    }
    Object nonce = request.getAdditionalParameters().get(OidcParameterNames.NONCE);
    if (nonce != null && !(nonce instanceof String text && text.length() <= LONGEST_NONCE)) {
      throw refusal(request, OidcParameterNames.NONCE);
    }
  }

  /** The redirect was found good before, so the application is told by it. */
  private static OAuth2AuthorizationCodeRequestAuthenticationException refusal(
      OAuth2AuthorizationCodeRequestAuthenticationToken request, String parameter) {
    var told =
        new OAuth2AuthorizationCodeRequestAuthenticationToken(
            request.getAuthorizationUri(),
            request.getClientId(),
            (Authentication) request.getPrincipal(),
            request.getRedirectUri(),
            request.getState(),
            request.getScopes(),
            request.getAdditionalParameters());
    return new OAuth2AuthorizationCodeRequestAuthenticationException(
        new OAuth2Error(
            OAuth2ErrorCodes.INVALID_REQUEST, "OAuth 2.0 Parameter: " + parameter, null),
        told);
  }
}
