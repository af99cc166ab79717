package com.accordenergie.auth.login.web;

import com.accordenergie.auth.login.KnownDevice.Visit;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.DefaultRedirectStrategy;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.stereotype.Component;

/**
 * Goes on with what the login interrupted. Only now is the session worth keeping for a day's work;
 * before, it was a form somebody might never send.
 */
@Component
public final class LoginSuccess extends SavedRequestAwareAuthenticationSuccessHandler {

  private static final Duration DAY_OF_WORK = Duration.ofHours(12);

  private final DeviceCookie devices;
  private final Clock clock;

  LoginSuccess(RequestCache interrupted, DeviceCookie devices, Clock clock) {
    this.devices = devices;
    this.clock = clock;
    setRequestCache(interrupted);
    setDefaultTargetUrl("/login");
    setRedirectStrategy(LoginSuccess::stayHere);
  }

  /** What was interrupted was ours: its path is enough, whatever host the request came in by. */
  private static void stayHere(HttpServletRequest request, HttpServletResponse response, String url)
      throws IOException {
    URI target = URI.create(url);
    String query = target.getRawQuery();
    new DefaultRedirectStrategy()
        .sendRedirect(
            request, response, target.getRawPath() + (query == null ? "" : "?" + query));
  }

  @Override
  public void onAuthenticationSuccess(
      HttpServletRequest request, HttpServletResponse response, Authentication authentication)
      throws ServletException, IOException {
    HttpSession session = request.getSession();
    session.removeAttribute(LoginFailures.USERNAME);
    session.setMaxInactiveInterval((int) DAY_OF_WORK.toSeconds());
    var visit = new Visit(request.getParameter("username").trim(), clock.instant());
    devices.remember(visit, request, response);
    super.onAuthenticationSuccess(request, response, authentication);
  }
}
