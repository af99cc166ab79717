package com.accordenergie.gateway.session;

import com.accordenergie.gateway.routing.PublicOrigin;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.text.ParseException;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Ends the session of this browser, or all sessions of whoever is logged in. */
@RestController
class LogoutController {

  private final Sessions sessions;
  private final Renewal renewal;
  private final AuthService authService;
  private final PublicOrigin origin;

  LogoutController(
      Sessions sessions, Renewal renewal, AuthService authService, PublicOrigin origin) {
    this.sessions = sessions;
    this.renewal = renewal;
    this.authService = authService;
    this.origin = origin;
  }

  /** Where the browser goes next. */
  record LoggedOut(URI next) {}

  @PostMapping("/session/logout")
  ResponseEntity<LoggedOut> logOut(
      @RequestParam(defaultValue = "false") boolean everywhere,
      HttpServletRequest request,
      HttpServletResponse response) {
    Optional<Session> known = sessions.of(request);
    known.ifPresent(session -> CrossSite.refuse(request, session));
    URI next = known.map(session -> end(session, everywhere)).orElseGet(this::home);
    known.ifPresentOrElse(
        session -> sessions.end(session, request, response),
        () -> sessions.tidyUp(request, response));
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new LoggedOut(next));
  }

  private URI end(Session session, boolean everywhere) {
    if (everywhere) {
      return endAll(session);
    }
    authService.revoke(session.refreshToken());
    return endOfLogin(session);
  }

  /** The login page's session ends with the others, so that there is nothing left to go through. */
  private URI endAll(Session session) {
    try {
      authService.endAll(renewal.current(session).accessToken());
    } catch (LoginRefusedException over) {
      // Somebody was faster.
    }
    return home();
  }

  /** auth-service's own session in this browser (OpenID Connect RP-Initiated Logout 1.0). */
  private URI endOfLogin(Session session) {
    try {
      return new LogoutRequest(
              origin.uri().resolve("/connect/logout"),
              JWTParser.parse(session.idToken()),
              home(),
              null)
          .toURI();
    } catch (ParseException impossible) {
      throw new IllegalStateException("It was verified when the session began", impossible);
    }
  }

  private URI home() {
    return origin.uri().resolve("/");
  }
}
