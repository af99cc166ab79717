package com.accordenergie.auth.client;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.web.authentication.AuthenticationConverter;

/**
 * Reads the client of a request that shows no secret and no code verifier: refreshing (RFC 6749,
 * section 6) and revoking (RFC 7009, section 2.1). The framework itself knows public clients only
 * while they redeem a code.
 */
public final class PublicClientConverter implements AuthenticationConverter {

  @Override
  public @Nullable Authentication convert(HttpServletRequest request) {
    String[] clientIds = request.getParameterValues(OAuth2ParameterNames.CLIENT_ID);
    if (clientIds == null || !isRefreshOrRevocation(request) || showsCredentials(request)) {
      return null;
    }
    if (clientIds.length != 1 || clientIds[0].isBlank()) {
      throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_REQUEST);
    }
    return new PublicClientToken(clientIds[0]);
  }

  private static boolean isRefreshOrRevocation(HttpServletRequest request) {
    return switch (request.getRequestURI()) {
      case "/oauth2/revoke" -> true;
      case "/oauth2/token" ->
          AuthorizationGrantType.REFRESH_TOKEN
              .getValue()
              .equals(request.getParameter(OAuth2ParameterNames.GRANT_TYPE));
      default -> false;
    };
  }

  private static boolean showsCredentials(HttpServletRequest request) {
    return request.getHeader(HttpHeaders.AUTHORIZATION) != null
        || request.getParameter(OAuth2ParameterNames.CLIENT_SECRET) != null
        || request.getParameter(OAuth2ParameterNames.CLIENT_ASSERTION) != null;
  }
}
