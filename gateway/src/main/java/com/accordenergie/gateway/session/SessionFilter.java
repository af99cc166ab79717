package com.accordenergie.gateway.session;

import com.accordenergie.platform.problem.ProblemException;
import com.accordenergie.platform.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Puts the session's access token into a request of the API that carries none of its own. From there
 * on it is checked and passed on like any other: with a session nobody may do more than with a token.
 */
final class SessionFilter extends OncePerRequestFilter {

  private final Sessions sessions;
  private final Renewal renewal;
  private final Cookies cookies;
  private final ProblemWriter problems;

  SessionFilter(Sessions sessions, Renewal renewal, Cookies cookies, ProblemWriter problems) {
    this.sessions = sessions;
    this.renewal = renewal;
    this.cookies = cookies;
    this.problems = problems;
  }

  /** There, the cookies are looked at by those who gave them. */
  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return request.getRequestURI().startsWith("/session/");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    RequestToService passedOn = RequestToService.without(cookies::isOurs, request);
    try {
      if (isForTheSession(request)) {
        tokenFor(request, response).ifPresent(passedOn::with);
      }
    } catch (ProblemException refused) {
      problems.write(response, refused);
      return;
    }
    chain.doFilter(passedOn, response);
  }

  private static boolean isForTheSession(HttpServletRequest request) {
    return request.getRequestURI().startsWith("/api/")
        && request.getHeader(HttpHeaders.AUTHORIZATION) == null;
  }

  /** Empty when nobody is logged in: the API says so in its own words. */
  private Optional<String> tokenFor(HttpServletRequest request, HttpServletResponse response) {
    Optional<Session> known = sessions.of(request);
    if (known.isEmpty()) {
      sessions.tidyUp(request, response);
      return Optional.empty();
    }
    Session session = known.get();
    CrossSite.refuse(request, session);
    AnotherPerson.refuse(request, session);
    try {
      Session current = renewal.current(session);
      if (current.equals(session)) {
        sessions.completeAt(request, response, session);
      } else {
        sessions.give(response, current);
      }
      return Optional.of(current.accessToken());
    } catch (LoginRefusedException over) {
      sessions.end(session, request, response);
      return Optional.empty();
    }
  }
}
