package com.accordenergie.auth.login.web;

import com.accordenergie.auth.login.LoginBusyException;
import com.accordenergie.auth.login.TooManyLoginsException;
import com.accordenergie.auth.page.Notice;
import com.accordenergie.auth.page.Notices;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.DefaultRedirectStrategy;
import org.springframework.security.web.RedirectStrategy;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.stereotype.Component;

/** Tells somebody that logging in failed, and what to do about it. */
@Component
public final class LoginFailures implements AuthenticationFailureHandler {

  /** Under this name the session keeps what was typed, so that only the password is typed again. */
  static final String USERNAME = "login.username";

  private static final int LONGEST_USERNAME = 100;

  private final Notices notices;
  private final RedirectStrategy redirect = new DefaultRedirectStrategy();

  LoginFailures(Notices notices) {
    this.notices = notices;
  }

  @Override
  public void onAuthenticationFailure(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
      throws IOException {
    switch (failure) {
      case TooManyLoginsException tooMany -> {
        response.setHeader(
            HttpHeaders.RETRY_AFTER, String.valueOf(seconds(tooMany.waitingTime())));
        notices.show(tooMany(tooMany.waitingTime()), request, response);
      }
      case LoginBusyException busy -> {
        response.setHeader(HttpHeaders.RETRY_AFTER, "5");
        notices.show(busy(), request, response);
      }
      default -> {
        rememberUsername(request);
        redirect.sendRedirect(request, response, "/login?error");
      }
    }
  }

  private static void rememberUsername(HttpServletRequest request) {
    String typed = request.getParameter("username");
    if (typed != null && typed.length() <= LONGEST_USERNAME) {
      request.getSession().setAttribute(USERNAME, typed);
    }
  }

  private static Notice tooMany(Duration wait) {
    return Notice.of(HttpStatus.TOO_MANY_REQUESTS, "attempts")
        .about(seconds(wait))
        .leadingTo("/login");
  }

  private static Notice busy() {
    return Notice.of(HttpStatus.SERVICE_UNAVAILABLE, "crowd").leadingTo("/login");
  }

  private static long seconds(Duration wait) {
    return Math.max(1, wait.plusMillis(999).toSeconds());
  }
}
