package com.accordenergie.gateway.session;

import com.accordenergie.platform.problem.ProblemException;
import com.accordenergie.platform.problem.ProblemType;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Refuses changes that no page of ours has asked for, though the browser has sent the cookie along.
 * A page of ours reads the token from a cookie and repeats it in a header; it is compared with the
 * one inside the session, so that a cookie planted by somebody else proves nothing. The header
 * only: looking for it in a form would use up a body that is to be passed on.
 */
final class CrossSite {

  static final ProblemType CSRF =
      new ProblemType("csrf", HttpStatus.FORBIDDEN, "Not asked for by a page of ours");

  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
  private static final String TOKEN = "X-XSRF-TOKEN";
  private static final String WHERE_FROM = "Sec-Fetch-Site";

  private CrossSite() {}

  static void refuse(HttpServletRequest request, Session session) {
    if (READING.contains(request.getMethod())) {
      return;
    }
    String from = request.getHeader(WHERE_FROM);
    if (from != null && !from.equals("same-origin")) {
      throw new ProblemException(CSRF, "The request comes from another site.");
    }
    if (!isSame(request.getHeader(TOKEN), session.csrfToken())) {
      throw new ProblemException(
          CSRF, "Repeat the cookie %s in the header %s.".formatted(Cookies.CSRF, TOKEN));
    }
  }

  private static boolean isSame(@Nullable String sent, String expected) {
    return sent != null
        && MessageDigest.isEqual(
            sent.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
  }
}
