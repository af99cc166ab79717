package com.accordenergie.auth.login.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.DefaultRedirectStrategy;
import org.springframework.security.web.RedirectStrategy;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.stereotype.Component;

/**
 * An application asked us to log somebody out and could not show for whom, or wants them to land
 * where it may not send them. The person decides: our own page asks.
 */
@Component
public final class LogoutRefusals implements AuthenticationFailureHandler {

  private final RedirectStrategy redirect = new DefaultRedirectStrategy();

  @Override
  public void onAuthenticationFailure(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
      throws IOException {
    redirect.sendRedirect(request, response, "/logout");
  }
}
