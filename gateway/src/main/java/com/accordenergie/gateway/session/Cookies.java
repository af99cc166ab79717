package com.accordenergie.gateway.session;

import com.accordenergie.gateway.routing.PublicOrigin;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/**
 * The gateway's own cookies. Over https their names begin with {@code __Host-}, so that no
 * neighbouring host can slip one in.
 */
@Component
class Cookies {

  private static final String OF_THIS_HOST_ONLY = "__Host-";
  private static final String OURS = "accord-web-";

  /** Readable for the page's script, under the name that its libraries expect. */
  static final String CSRF = "XSRF-TOKEN";

  private final boolean encrypted;

  Cookies(PublicOrigin origin) {
    this.encrypted = origin.uri().getScheme().equals("https");
  }

  String nameOf(String what) {
    return (encrypted ? OF_THIS_HOST_ONLY : "") + OURS + what;
  }

  /** Whether it is for the gateway alone. */
  boolean isOurs(String name) {
    return name.startsWith(nameOf("")) || name.equals(CSRF);
  }

  Stream<Cookie> in(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    return cookies == null ? Stream.empty() : Arrays.stream(cookies);
  }

  void give(HttpServletResponse response, String name, String value, Duration life) {
    ResponseCookie cookie =
        ResponseCookie.from(name, value)
            .path("/")
            .httpOnly(!name.equals(CSRF))
            .secure(encrypted)
            .sameSite("Lax")
            .maxAge(life)
            .build();
    response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
  }

  void takeAway(HttpServletResponse response, String name) {
    give(response, name, "", Duration.ZERO);
  }
}
