package com.accordenergie.auth.login.web;

import com.accordenergie.auth.page.Notice;
import com.accordenergie.auth.page.Notices;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.DefaultRedirectStrategy;
import org.springframework.security.web.RedirectStrategy;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;

/**
 * A form came back without the token it was sent out with: the page stood open longer than its
 * session lived, or somebody else sent the form.
 */
@Component
public final class ExpiredPages implements AccessDeniedHandler {

  private final Notices notices;
  private final RedirectStrategy redirect = new DefaultRedirectStrategy();

  ExpiredPages(Notices notices) {
    this.notices = notices;
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
      throws IOException {
    switch (request.getRequestURI()) {
      case "/login" -> redirect.sendRedirect(request, response, "/login?expired");
      case "/logout" -> redirect.sendRedirect(request, response, "/logout");
      default ->
          notices.show(Notice.of(HttpStatus.FORBIDDEN, "expired"), request, response);
    }
  }
}
