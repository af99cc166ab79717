package com.accordenergie.gateway.session;

import com.accordenergie.gateway.page.Notice;
import com.accordenergie.gateway.routing.PublicOrigin;
import com.accordenergie.platform.problem.ProblemException;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.OIDCScopeValue;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriUtils;

/**
 * Logs a browser in: authorization code with PKCE (OpenID Connect Core, 3.1). A tab leaves for the
 * login page and comes back with a code; whatever goes wrong on the way ends at a page that leads on.
 */
@RestController
@RequestMapping("/session")
class LoginController {

  static final String LOGIN = "/session/login";
  static final String CALLBACK = "/session/callback";

  private static final Logger log = LoggerFactory.getLogger(LoginController.class);
  private static final String AGAIN = "again";

  private final LoginAttempts attempts;
  private final AuthService authService;
  private final IdTokens idTokens;
  private final Sessions sessions;
  private final SessionProperties properties;
  private final PublicOrigin origin;
  private final Clock clock;

  LoginController(
      LoginAttempts attempts,
      AuthService authService,
      IdTokens idTokens,
      Sessions sessions,
      SessionProperties properties,
      PublicOrigin origin,
      Clock clock) {
    this.attempts = attempts;
    this.authService = authService;
    this.idTokens = idTokens;
    this.sessions = sessions;
    this.properties = properties;
    this.origin = origin;
    this.clock = clock;
  }

  @GetMapping("/login")
  ResponseEntity<String> login(HttpServletRequest request, HttpServletResponse response) {
    String returnTo = ReturnPath.in(request);
    boolean again = String.valueOf(request.getQueryString()).endsWith("&" + AGAIN);
    if (!origin.seenBy(request).equals(origin.uri())) {
      // The cookie must be where the answer comes to.
      return redirect(origin.uri() + address(returnTo, again));
    }
    LoginAttempt attempt = attempts.begin(request, response, returnTo, again);
    return redirect(question(attempt).toString());
  }

  private URI question(LoginAttempt attempt) {
    return new AuthenticationRequest.Builder(
            ResponseType.CODE,
            new Scope(OIDCScopeValue.OPENID),
            new ClientID(properties.clientId()),
            origin.uri().resolve(CALLBACK))
        .endpointURI(origin.uri().resolve("/oauth2/authorize"))
        .state(attempt.state())
        .nonce(attempt.nonce())
        .codeChallenge(attempt.verifier(), CodeChallengeMethod.S256)
        .build()
        .toURI();
  }

  @GetMapping("/callback")
  ResponseEntity<String> callback(HttpServletRequest request, HttpServletResponse response) {
    Optional<AuthenticationResponse> answer = answerIn(request);
    Optional<State> state = answer.map(AuthenticationResponse::getState);
    boolean isSecond = state.filter(LoginAttempt::isSecond).isPresent();
    Optional<LoginAttempt> attempt =
        state.flatMap(known -> attempts.take(request, response, known));
    if (answer.isEmpty() || attempt.isEmpty()) {
      return restart(ReturnPath.HOME, isSecond, LoginNotices::withoutCookie);
    }
    String returnTo = attempt.get().returnTo();
    if (!answer.get().indicatesSuccess()) {
      log.info(
          "A login was refused: {}", answer.get().toErrorResponse().getErrorObject().getCode());
      return show(LoginNotices.interrupted(address(returnTo, false)));
    }
    try {
      begin(answer.get().toSuccessResponse().getAuthorizationCode(), attempt.get(), response);
      return redirect(ReturnPath.toHeader(returnTo));
    } catch (LoginRefusedException refused) {
      log.info("A login did not succeed: {}", refused.toString());
      return restart(returnTo, isSecond, LoginNotices::failed);
    } catch (ProblemException away) {
      return show(Notice.unavailable(address(returnTo, false)));
    }
  }

  private void begin(AuthorizationCode code, LoginAttempt attempt, HttpServletResponse response) {
    TokenSet tokens = authService.redeem(code, attempt);
    String idToken = idTokens.verified(tokens.idToken(), attempt);
    sessions.give(
        response, Session.begin(tokens, idToken, clock.instant().plus(properties.lifetime())));
  }

  /** Once: whoever is logged in at auth-service does not even notice. */
  private ResponseEntity<String> restart(
      String returnTo, boolean isSecond, Function<String, Notice> otherwise) {
    return isSecond
        ? show(otherwise.apply(address(returnTo, false)))
        : redirect(address(returnTo, true));
  }

  private Optional<AuthenticationResponse> answerIn(HttpServletRequest request) {
    try {
      return Optional.of(
          AuthenticationResponseParser.parse(
              URI.create(origin.uri() + CALLBACK + "?" + request.getQueryString())));
    } catch (ParseException | IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }

  private static String address(String returnTo, boolean again) {
    String path = UriUtils.encode(returnTo, StandardCharsets.UTF_8);
    return LOGIN + "?" + ReturnPath.PARAMETER + "=" + path + (again ? "&" + AGAIN : "");
  }

  private static ResponseEntity<String> show(Notice notice) {
    return ResponseEntity.status(notice.status()).headers(notice.headers()).body(notice.html());
  }

  private static ResponseEntity<String> redirect(String address) {
    return ResponseEntity.status(HttpStatus.FOUND)
        .cacheControl(CacheControl.noStore())
        .header("Location", address)
        .build();
  }
}
