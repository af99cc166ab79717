package com.accordenergie.gateway.session;

import com.nimbusds.oauth2.sdk.id.State;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Logins under way. Each tab's has a cookie of its own, so that tabs do not get in each other's way. */
@Component
class LoginAttempts {

  /** Cookies that are never used up would in the end make requests too large. */
  static final int AT_ONCE = 5;

  private static final int DISTINCT = 8;

  private final Cookies cookies;
  private final Seal seal;
  private final String prefix;
  private final Duration life;
  private final Clock clock;

  LoginAttempts(Cookies cookies, SessionProperties properties, Clock clock) {
    this.cookies = cookies;
    this.seal = new Seal(properties.clientSecret(), "login attempt");
    this.prefix = cookies.nameOf("login-");
    this.life = properties.attempt();
    this.clock = clock;
  }

  LoginAttempt begin(
      HttpServletRequest request, HttpServletResponse response, String returnTo, boolean again) {
    makeRoom(request, response);
    var attempt = LoginAttempt.begin(returnTo, again, clock.instant().plus(life));
    cookies.give(response, nameOf(attempt.state()), seal.close(attempt.toClaims()), life);
    return attempt;
  }

  /** The attempt of this browser that the answer belongs to; it serves once. */
  Optional<LoginAttempt> take(
      HttpServletRequest request, HttpServletResponse response, State state) {
    String name = state.getValue().length() < DISTINCT ? "" : nameOf(state);
    Optional<LoginAttempt> attempt =
        cookies
            .in(request)
            .filter(cookie -> cookie.getName().equals(name))
            .flatMap(cookie -> opened(cookie).stream())
            .filter(known -> known.state().equals(state))
            .filter(known -> clock.instant().isBefore(known.until()))
            .findFirst();
    attempt.ifPresent(known -> cookies.takeAway(response, name));
    return attempt;
  }

  private void makeRoom(HttpServletRequest request, HttpServletResponse response) {
    List<Cookie> underWay =
        cookies
            .in(request)
            .filter(cookie -> cookie.getName().startsWith(prefix))
            .sorted(
                Comparator.comparing(
                    cookie ->
                        opened(cookie).map(LoginAttempt::until).orElse(Instant.MIN)))
            .toList();
    underWay.stream()
        .limit(Math.max(0, underWay.size() - AT_ONCE + 1))
        .forEach(oldest -> cookies.takeAway(response, oldest.getName()));
  }

  private Optional<LoginAttempt> opened(Cookie cookie) {
    return seal.open(cookie.getValue()).flatMap(LoginAttempt::of);
  }

  private String nameOf(State state) {
    return prefix + state.getValue().substring(0, DISTINCT);
  }
}
