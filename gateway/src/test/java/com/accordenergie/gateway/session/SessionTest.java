package com.accordenergie.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.accordenergie.gateway.support.Asking;
import com.accordenergie.gateway.support.FakeLogin;
import com.accordenergie.gateway.support.FakeService;
import com.accordenergie.gateway.support.FakeServices;
import com.accordenergie.gateway.support.GatewayTest;
import com.accordenergie.gateway.support.Problem;
import com.accordenergie.gateway.support.Visitor;
import com.accordenergie.platform.identity.Caller;
import com.accordenergie.platform.test.TestClock;
import com.accordenergie.platform.test.Tokens;
import com.nimbusds.jwt.JWTClaimsSet;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The API with a session instead of a token. */
@GatewayTest
class SessionTest {

  private static final String SESSION = "__Host-accord-web-session";
  private static final String CSRF = "XSRF-TOKEN";

  @Autowired private Asking asking;
  @Autowired private FakeServices services;
  @Autowired private Tokens tokens;
  @Autowired private TestClock clock;

  private final Caller claire = Caller.dispatcher(UUID.randomUUID());
  private FakeService auth;
  private FakeService users;
  private FakeLogin login;
  private Visitor browser;

  @BeforeEach
  void logIn() {
    auth = services.start("auth-service");
    users = services.start("user-service");
    login = new FakeLogin(auth, tokens);
    browser = new Visitor(asking.port());
    browser.logIn(login, claire, "/");
  }

  @AfterEach
  void stop() {
    services.stopAll();
    clock.reset();
  }

  @Test
  void servicesSeeATokenAndNoCookie() {
    browser.cookies().put("theme", "dark");

    assertThat(browser.get("/api/v1/me").statusCode()).isEqualTo(200);

    assertThat(users.onlyRequest().header("Authorization")).startsWith("Bearer eyJ");
    assertThat(users.onlyRequest().header("Cookie")).isNull();
  }

  @Test
  void authServiceIsGivenItsOwnCookiesOnly() {
    browser.cookies().put("accord-login", "of-the-login-page");
    auth.received().clear();

    browser.get("/login");
    browser.get("/api/v1/users/0190/invitation");

    assertThat(auth.received())
        .hasSize(2)
        .allSatisfy(
            request -> assertThat(request.header("Cookie")).isEqualTo("accord-login=of-the-login-page"));
  }

  @Test
  void withATokenOfItsOwnARequestIsWhatItAlwaysWas() {
    String token = asking.token();

    assertThat(
            browser
                .send(
                    "/api/v1/clients",
                    request -> request.POST(BodyPublishers.ofString("{}")).header("Authorization", token))
                .statusCode())
        .isEqualTo(200);
    assertThat(users.onlyRequest().header("Authorization")).isEqualTo(token);
    Problem.in(
        browser.get("/api/v1/me", request -> request.header("Authorization", "Bearer nonsense")),
        401,
        "unauthenticated");
  }

  @Test
  void aPageOfOursChangesThings() {
    assertThat(browser.post("/api/v1/clients", "{\"name\":\"Mairie\"}").statusCode()).isEqualTo(200);

    assertThat(users.onlyRequest().body()).isEqualTo("{\"name\":\"Mairie\"}");
    assertThat(users.onlyRequest().header("Authorization")).startsWith("Bearer eyJ");
  }

  @Test
  void aFormArrivesAsItWasSent() {
    HttpResponse<String> answer =
        browser.send(
            "/api/v1/clients",
            request ->
                request
                    .POST(BodyPublishers.ofString("a=1&_csrf=x&a=%C3%A9"))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .header("X-XSRF-TOKEN", browser.cookie(CSRF)));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(users.onlyRequest().body()).isEqualTo("a=1&_csrf=x&a=%C3%A9");
  }

  @Test
  void aPhotoArrivesWhole() {
    FakeService comments = services.start("comment-service");
    byte[] photo = new byte[5 << 20];

    HttpResponse<String> answer =
        browser.send(
            "/api/v1/interventions/0190/attachments",
            request ->
                request
                    .POST(BodyPublishers.ofByteArray(photo))
                    .header("Content-Type", "multipart/form-data; boundary=x")
                    .header("X-XSRF-TOKEN", browser.cookie(CSRF)));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(comments.onlyRequest().body()).hasSize(photo.length);
    assertThat(comments.onlyRequest().header("Content-Type"))
        .isEqualTo("multipart/form-data; boundary=x");
  }

  @Test
  void aStreamComesAsItIsWritten() {
    services
        .start("intervention-service")
        .answers("text/event-stream", "id: 1\ndata: {}\n\n");

    HttpResponse<String> answer = browser.get("/api/v1/interventions/0190");

    assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/event-stream");
    assertThat(answer.body()).isEqualTo("id: 1\ndata: {}\n\n");
  }

  @ParameterizedTest(name = "{0} {1} with token {2} from {3}")
  @CsvSource({
    "GET, /api/v1/clients, none, cross-site, 200",
    "HEAD, /api/v1/clients, none, none, 200",
    "POST, /api/v1/clients, none, same-origin, 403",
    "POST, /api/v1/clients, wrong, same-origin, 403",
    "POST, /api/v1/clients, planted, same-origin, 403",
    "POST, /api/v1/clients, right, same-origin, 200",
    "POST, /api/v1/clients, right, absent, 200",
    "POST, /api/v1/clients, right, cross-site, 403",
    "POST, /api/v1/clients, right, same-site, 403",
    "PUT, /api/v1/clients/7, none, same-origin, 403",
    "PATCH, /api/v1/clients/7, none, same-origin, 403",
    "PATCH, /api/v1/clients/7, right, same-origin, 200",
    "DELETE, /api/v1/clients/7, none, same-origin, 403",
    "DELETE, /api/v1/clients/7, right, same-origin, 200",
    "POST, /session/logout, none, same-origin, 403",
    "POST, /session/logout, right, cross-site, 403",
    "POST, /session/logout, right, same-origin, 200",
  })
  void onlyAPageOfOursMayChangeAnything(
      String method, String path, String token, String from, int status) {
    if (token.equals("planted")) {
      browser.cookies().put(CSRF, "planted");
    }
    HttpResponse<String> answer =
        browser.send(
            path,
            request -> {
              request.method(method, BodyPublishers.noBody());
              if (!from.equals("absent")) {
                request.header("Sec-Fetch-Site", from);
              }
              return switch (token) {
                case "none" -> request;
                case "right" -> request.header("X-XSRF-TOKEN", browser.cookie(CSRF));
                default -> request.header("X-XSRF-TOKEN", token);
              };
            });

    if (status == 403) {
      Problem.in(answer, 403, "csrf");
      assertThat(users.received()).isEmpty();
    } else {
      assertThat(answer.statusCode()).isEqualTo(status);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "POST, hers, 200", "GET, hers, 200", "POST, somebody else's, 403", "GET, somebody else's, 403",
    "POST, nobody's, 403", "POST, absent, 200",
  })
  void whatSomebodyElseLeftOnThePageIsNotDoneInHerName(String method, String name, int status) {
    HttpResponse<String> answer =
        browser.send(
            "/api/v1/clients",
            request -> {
              request
                  .method(method, BodyPublishers.noBody())
                  .header("X-XSRF-TOKEN", browser.cookie(CSRF));
              return switch (name) {
                case "hers" -> request.header("Accord-Person", claire.id().toString());
                case "somebody else's" ->
                    request.header("Accord-Person", UUID.randomUUID().toString());
                case "nobody's" -> request.header("Accord-Person", "");
                default -> request;
              };
            });

    if (status == 403) {
      Problem.in(answer, 403, "another-person");
      assertThat(users.received()).isEmpty();
    } else {
      assertThat(answer.statusCode()).isEqualTo(status);
    }
  }

  @Test
  void aLostTokenComesBackWithTheNextAnswer() {
    String token = browser.cookies().remove(CSRF);

    browser.get("/api/v1/me");

    assertThat(browser.cookie(CSRF)).isEqualTo(token);
    assertThat(browser.get("/api/v1/me").headers().allValues("Set-Cookie")).isEmpty();
  }

  @Test
  void whatWasTamperedWithIsNoSession() {
    String session = browser.cookie(SESSION);
    int middle = session.length() / 2;
    char other = session.charAt(middle) == 'A' ? 'B' : 'A';

    Stream.of(
            session.substring(0, middle) + other + session.substring(middle + 1),
            session.substring(0, session.length() - 1),
            session + "A",
            "",
            "nonsense",
            "a.b.c.d.e",
            "eyJhbGciOiJub25lIn0.eyJhdCI6IngifQ.",
            tokens.of(claire),
            sealed("a secret for the tests only", "login attempt"),
            sealed("another secret than the gateway's", "session"))
        .forEach(
            value -> {
              var stranger = new Visitor(asking.port());
              stranger.cookies().put(SESSION, value);
              Problem.in(stranger.get("/api/v1/me"), 401, "unauthenticated");
              assertThat(stranger.cookies()).as(value).isEmpty();
            });
    assertThat(users.received()).isEmpty();
  }

  @Test
  void anyInstanceReadsWhatAnotherHasWritten() {
    var elsewhere = new Visitor(asking.port());
    elsewhere.cookies().put(SESSION, sealed("a secret for the tests only", "session"));

    assertThat(elsewhere.get("/api/v1/me").statusCode()).isEqualTo(200);
  }

  @Test
  void aDaysWorkEndsTheSession() {
    clock.advance(Duration.ofHours(12).plusSeconds(1));

    Problem.in(browser.get("/api/v1/me"), 401, "unauthenticated");
    assertThat(browser.cookies()).isEmpty();
    assertThat(login.renewals()).isZero();
  }

  @Test
  void nobodyIsInventedWhereNobodyIsLoggedIn() {
    var stranger = new Visitor(asking.port());

    HttpResponse<String> answer = stranger.get("/api/v1/me");

    Problem.in(answer, 401, "unauthenticated");
    assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
    assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
  }

  @Test
  void theCookieFitsIntoWhatEveryBrowserKeeps() {
    var client = Caller.client(UUID.randomUUID(), UUID.randomUUID());

    HttpResponse<String> back = new Visitor(asking.port()).logIn(login, client, "/");

    assertThat(back.headers().allValues("Set-Cookie"))
        .allSatisfy(cookie -> assertThat(cookie.length()).isLessThan(Sessions.LARGEST_COOKIE - 1000));
  }

  @Test
  void loggingOutEndsTheSessionHereAndAtTheLoginPage() {
    var copy = browser.copyAt(asking.port());
    String refreshToken = login.refreshTokens().getFirst();

    HttpResponse<String> answer = browser.post("/session/logout", "");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
    assertThat(answer.body())
        .startsWith("{\"next\":\"https://interventions.example/connect/logout?")
        .contains("id_token_hint=eyJ", "post_logout_redirect_uri=https%3A%2F%2Finterventions.example%2F");
    assertThat(browser.cookies()).isEmpty();
    assertThat(login.refreshTokens()).doesNotContain(refreshToken);
    Problem.in(copy.get("/api/v1/me"), 401, "unauthenticated");
    assertThat(copy.cookies()).isEmpty();
  }

  @Test
  void loggingOutEverywhereAsksAuthServiceToEndThemAll() {
    HttpResponse<String> answer = browser.post("/session/logout?everywhere=true", "");

    assertThat(answer.body()).isEqualTo("{\"next\":\"https://interventions.example/\"}");
    assertThat(auth.received().getLast())
        .satisfies(
            request -> {
              assertThat(request.method()).isEqualTo("DELETE");
              assertThat(request.target()).isEqualTo("/api/v1/me/sessions");
              assertThat(request.header("Authorization")).startsWith("Bearer eyJ");
            });
    assertThat(login.refreshTokens()).isEmpty();
    assertThat(browser.cookies()).isEmpty();
  }

  @Test
  void loggingOutHereNeedsNobodyElse() {
    services.stopAll();

    assertThat(browser.post("/session/logout", "").statusCode()).isEqualTo(200);
    assertThat(browser.cookies()).isEmpty();
  }

  @Test
  void loggingOutEverywhereIsNotPromisedInVain() {
    services.stopAll();

    Problem.in(browser.post("/session/logout?everywhere=true", ""), 503, "temporarily-unavailable");
    assertThat(browser.cookies()).containsKey(SESSION);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "nonsense"})
  void whoIsNotLoggedInIsLoggedOutAlready(String cookie) {
    var stranger = new Visitor(asking.port());
    if (!cookie.isEmpty()) {
      stranger.cookies().put(SESSION, cookie);
    }

    HttpResponse<String> answer =
        stranger.send("/session/logout", request -> request.POST(BodyPublishers.noBody()));

    assertThat(answer.body()).isEqualTo("{\"next\":\"https://interventions.example/\"}");
    assertThat(stranger.cookies()).isEmpty();
  }

  @Test
  void aVisitLeavesNoTokenInAnyAnswer() {
    List<HttpResponse<String>> answers =
        List.of(browser.get("/api/v1/me"), browser.get("/"), browser.get("/session/login"));

    assertThat(answers)
        .allSatisfy(answer -> assertThat(answer.headers().map().toString() + answer.body())
            .doesNotContain(login.refreshTokens().getFirst(), "access_token", "Bearer eyJ"));
  }

  private String sealed(String secret, String purpose) {
    Instant now = clock.instant();
    var session =
        new Session(
            "an id", tokens.of(claire), now.plusSeconds(600), "rt", "it", "ct", now.plusSeconds(900));
    return new Seal(secret, purpose)
        .close(
            new JWTClaimsSet.Builder(session.toClaims())
                .expirationTime(Date.from(session.until()))
                .build());
  }
}
