package com.accordenergie.gateway.session;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Sessions, where they are kept: in the browsers' cookies. */
@Component
class Sessions {

  /** What every browser keeps in one cookie, its name and attributes included (RFC 6265, 6.1). */
  static final int LARGEST_COOKIE = 4096;

  private static final int ROOM_FOR_ATTRIBUTES = 200;

  private final Cookies cookies;
  private final EndedSessions ended;
  private final Seal seal;
  private final String name;
  private final Clock clock;

  Sessions(Cookies cookies, EndedSessions ended, SessionProperties properties, Clock clock) {
    this.cookies = cookies;
    this.ended = ended;
    this.seal = new Seal(properties.clientSecret(), "session");
    this.name = cookies.nameOf("session");
    this.clock = clock;
  }

  /** The session that the request belongs to, if it is one of ours and still lasts. */
  Optional<Session> of(HttpServletRequest request) {
    return cookies
        .in(request)
        .filter(cookie -> cookie.getName().equals(name))
        .map(Cookie::getValue)
        .flatMap(value -> seal.open(value).flatMap(Session::of).stream())
        .filter(session -> clock.instant().isBefore(session.until()))
        .filter(session -> !ended.include(session))
        .findFirst();
  }

  /**
   * @throws LoginRefusedException when a browser would silently drop it, and ask again and again
   */
  void give(HttpServletResponse response, Session session) {
    Duration life = Duration.between(clock.instant(), session.until());
    String sealed = seal.close(session.toClaims());
    if (sealed.length() > LARGEST_COOKIE - ROOM_FOR_ATTRIBUTES) {
      throw new LoginRefusedException("the session does not fit into a cookie", null);
    }
    cookies.give(response, name, sealed, life);
    giveCsrfToken(response, session);
  }

  /** A page needs its token even where a cookie was lost. */
  void completeAt(HttpServletRequest request, HttpServletResponse response, Session session) {
    boolean complete =
        cookies
            .in(request)
            .anyMatch(
                cookie ->
                    cookie.getName().equals(Cookies.CSRF)
                        && cookie.getValue().equals(session.csrfToken()));
    if (!complete) {
      giveCsrfToken(response, session);
    }
  }

  private void giveCsrfToken(HttpServletResponse response, Session session) {
    Duration life = Duration.between(clock.instant(), session.until());
    cookies.give(response, Cookies.CSRF, session.csrfToken(), life);
  }

  /** Takes away what is left of a session that is none. */
  void tidyUp(HttpServletRequest request, HttpServletResponse response) {
    cookies
        .in(request)
        .map(Cookie::getName)
        .filter(present -> present.equals(name) || present.equals(Cookies.CSRF))
        .distinct()
        .forEach(present -> cookies.takeAway(response, present));
  }

  void end(Session session, HttpServletRequest request, HttpServletResponse response) {
    ended.add(session);
    tidyUp(request, response);
  }
}
