package com.accordenergie.auth.login.web;

import com.accordenergie.auth.page.Notice;
import com.accordenergie.auth.page.Notices;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationException;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.security.web.DefaultRedirectStrategy;
import org.springframework.security.web.RedirectStrategy;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * An application asked for a login in a way we refuse. It is told through its redirect (RFC 6749,
 * section 4.1.2.1) when that is one of its own; otherwise the person in front of the browser is.
 */
@Component
public final class AuthorizationRefusals implements AuthenticationFailureHandler {

  private final Notices notices;
  private final RedirectStrategy redirect = new DefaultRedirectStrategy();

  AuthorizationRefusals(Notices notices) {
    this.notices = notices;
  }

  @Override
  public void onAuthenticationFailure(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
      throws IOException {
    var refusal = (OAuth2AuthorizationCodeRequestAuthenticationException) failure;
    OAuth2AuthorizationCodeRequestAuthenticationToken asked =
        refusal.getAuthorizationCodeRequestAuthentication();
    if (asked == null || asked.getRedirectUri() == null || asked.getRedirectUri().isBlank()) {
      notices.show(notice(refusal.getError()), request, response);
      return;
    }
    redirect.sendRedirect(
        request, response, answer(asked.getRedirectUri(), asked.getState(), refusal.getError()));
  }

  private static Notice notice(OAuth2Error error) {
    String reason = error.getDescription() == null ? error.getErrorCode() : error.getDescription();
    return Notice.of(HttpStatus.BAD_REQUEST, "request").about(reason);
  }

  private static String answer(String redirectUri, @Nullable String state, OAuth2Error error) {
    UriComponentsBuilder answer =
        UriComponentsBuilder.fromUriString(redirectUri)
            .queryParam(OAuth2ParameterNames.ERROR, error.getErrorCode());
    if (error.getDescription() != null) {
      answer.queryParam(OAuth2ParameterNames.ERROR_DESCRIPTION, encoded(error.getDescription()));
    }
    if (state != null && !state.isBlank()) {
      answer.queryParam(OAuth2ParameterNames.STATE, encoded(state));
    }
    return answer.build(true).toUriString();
  }

  private static String encoded(String text) {
    return UriUtils.encode(text, StandardCharsets.UTF_8);
  }
}
