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
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The way of a browser to the login page and back. */
@GatewayTest
class LoginTest {

  private static final String SESSION = "__Host-accord-web-session";

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
  void start() {
    auth = services.start("auth-service");
    users = services.start("user-service");
    login = new FakeLogin(auth, tokens);
    browser = new Visitor(asking.port());
  }

  @AfterEach
  void stop() {
    services.stopAll();
    clock.reset();
  }

  @Test
  void theBrowserIsSentToTheLoginPageWithAQuestionOfItsOwn() {
    URI question = browser.leaveFor("/planning");
    URI another = browser.leaveFor("/planning");

    assertThat(question.toString())
        .startsWith("https://interventions.example/oauth2/authorize?");
    var asked = FakeLogin.parameters(question.getRawQuery());
    assertThat(asked)
        .containsEntry("response_type", "code")
        .containsEntry("client_id", "accord-web")
        .containsEntry("scope", "openid")
        .containsEntry("code_challenge_method", "S256")
        .containsEntry("redirect_uri", "https://interventions.example/session/callback");
    for (String unique : List.of("state", "nonce", "code_challenge")) {
      assertThat(asked.get(unique))
          .hasSizeGreaterThanOrEqualTo(22)
          .isNotEqualTo(FakeLogin.parameters(another.getRawQuery()).get(unique));
    }
  }

  @Test
  void whoComesBackIsLoggedInAndWhereTheyWantedToBe() {
    HttpResponse<String> back = browser.logIn(login, claire, "/planning%3Fday%3D2026-11-26");

    assertThat(back.statusCode()).isEqualTo(302);
    assertThat(Visitor.locationOf(back)).hasToString("/planning?day=2026-11-26");
    assertThat(browser.get("/api/v1/me").statusCode()).isEqualTo(200);
    assertThat(users.onlyRequest().header("Authorization")).startsWith("Bearer ");
  }

  @Test
  void theCookiesSayNothingAndAreSentNowhereElse() {
    HttpResponse<String> back = browser.logIn(login, claire, "/");

    List<String> given = back.headers().allValues("Set-Cookie");
    assertThat(given)
        .anySatisfy(
            cookie ->
                assertThat(cookie)
                    .startsWith(SESSION + "=")
                    .contains("; Path=/;", "; Secure", "; HttpOnly", "; SameSite=Lax")
                    .containsPattern("Max-Age=43(200|199);")
                    .doesNotContain("Domain"))
        .anySatisfy(
            cookie ->
                assertThat(cookie)
                    .startsWith("XSRF-TOKEN=")
                    .contains("; Path=/;", "; Secure", "; SameSite=Lax")
                    .doesNotContain("HttpOnly", "Domain"));
    String session = browser.cookie(SESSION);
    assertThat(session).matches("[A-Za-z0-9_-]+\\.\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+");
    assertThat(login.refreshTokens()).allSatisfy(token -> assertThat(session).doesNotContain(token));
    assertThat(browser.cookies().keySet()).containsExactlyInAnyOrder(SESSION, "XSRF-TOKEN");
  }

  @Test
  void severalTabsLogInAtTheSameTime() {
    URI planning = login.typedAt(browser.leaveFor("/planning"), claire);
    URI clients = login.typedAt(browser.leaveFor("/clients"), claire);

    assertThat(Visitor.locationOf(browser.get(Visitor.pathOf(clients)))).hasToString("/clients");
    assertThat(Visitor.locationOf(browser.get(Visitor.pathOf(planning)))).hasToString("/planning");
  }

  @Test
  void tabsThatAreNeverUsedAreForgotten() {
    IntStream.range(0, 20).forEach(tab -> browser.leaveFor("/planning"));

    assertThat(browser.cookies()).hasSize(LoginAttempts.AT_ONCE);
    assertThat(Visitor.locationOf(browser.logIn(login, claire, "/clients"))).hasToString("/clients");
  }

  @ParameterizedTest
  @CsvSource({
    "/planning, /planning",
    "%2Finterventions%3Fq%3Da%2520b%26x%3D1, /interventions?q=a%20b&x=1",
    "%2Fclients%3Fq%3D%C3%A9t%C3%A9, /clients?q=%C3%A9t%C3%A9",
    "https%3A%2F%2Fevil.example, /",
    "%2F%2Fevil.example, /",
    "%2F%2F%2Fevil.example, /",
    "%2F%5Cevil.example, /",
    "%5C%5Cevil.example, /",
    "%2F%09%2Fevil.example, /",
    "%2F%0D%0ASet-Cookie%3Aa%3Db, /",
    "javascript%3Aalert(1), /",
    "evil.example, /",
    "%2Fsession%2Flogin, /",
    "%E0%A4, /",
  })
  void theWayBackNeverLeavesTheHouse(String wanted, String led) {
    assertThat(Visitor.locationOf(browser.logIn(login, claire, wanted))).hasToString(led);
  }

  @Test
  void withoutAWishThereIsHome() {
    URI question = Visitor.locationOf(browser.get("/session/login"));

    assertThat(Visitor.locationOf(browser.get(Visitor.pathOf(login.typedAt(question, claire)))))
        .hasToString("/");
  }

  @Test
  void anAnswerThatThisBrowserDidNotAskForBeginsALoginOfItsOwn() {
    URI ofSomebodyElse =
        login.typedAt(new Visitor(asking.port()).leaveFor("/planning"), claire);

    HttpResponse<String> answer = browser.get(Visitor.pathOf(ofSomebodyElse));

    assertThat(Visitor.locationOf(answer)).hasToString("/session/login?return=%2F&again");
    assertThat(browser.cookies()).isEmpty();
    assertThat(auth.received()).isEmpty();
  }

  @Test
  void aBrowserThatKeepsNoCookiesDoesNotGoInCircles() {
    URI second = Visitor.locationOf(browser.get("/session/login?return=%2Fplanning&again"));
    URI back = login.typedAt(second, claire);

    isPage(new Visitor(asking.port()).get(Visitor.pathOf(back)), 400, "Autorisez les cookies");
  }

  @Test
  void whoStaysTooLongAtTheLoginPageBeginsAnew() {
    URI back = login.typedAt(browser.leaveFor("/planning"), claire);
    clock.advance(Duration.ofMinutes(31));

    assertThat(Visitor.locationOf(browser.get(Visitor.pathOf(back))).getPath())
        .isEqualTo("/session/login");
  }

  @Test
  void anAnswerServesOnce() {
    URI back = login.typedAt(browser.leaveFor("/planning"), claire);
    browser.get(Visitor.pathOf(back));

    assertThat(Visitor.locationOf(browser.get(Visitor.pathOf(back))).getPath())
        .isEqualTo("/session/login");
    assertThat(browser.get("/api/v1/me").statusCode()).isEqualTo(200);
  }

  @Test
  void anIdTokenForAnotherLoginIsNotBelieved() {
    login.answersWithNonce("a nonce of another login");

    HttpResponse<String> answer = browser.logIn(login, claire, "/planning");

    assertThat(Visitor.locationOf(answer)).hasToString("/session/login?return=%2Fplanning&again");
    assertThat(browser.cookies()).isEmpty();
    URI second = Visitor.locationOf(browser.get("/session/login?return=%2Fplanning&again"));
    isPage(browser.get(Visitor.pathOf(login.typedAt(second, claire))), 400, "n’a pas abouti");
  }

  @Test
  void whoIsRefusedReadsSoAndFindsTheWayBack() {
    var asked = FakeLogin.parameters(browser.leaveFor("/planning").getRawQuery());

    HttpResponse<String> answer =
        browser.get("/session/callback?error=access_denied&state=" + asked.get("state"));

    isPage(answer, 403, "Connexion interrompue");
    assertThat(answer.body()).contains("href=\"/session/login?return=%2Fplanning\"");
  }

  @Test
  void whenNobodyAnswersThereIsAPageToTryAgainFrom() {
    URI back = login.typedAt(browser.leaveFor("/planning"), claire);
    services.stopAll();

    HttpResponse<String> answer = browser.get(Visitor.pathOf(back));

    isPage(answer, 503, "ne répond pas");
    assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    assertThat(answer.body()).contains("href=\"/session/login?return=%2Fplanning\"");
  }

  @Test
  void whoeverIsSentToALoginPageThatIsAwayReadsSo() {
    URI question = browser.leaveFor("/planning");
    services.stopAll();

    HttpResponse<String> answer =
        browser.get(
            Visitor.pathOf(question),
            request -> request.header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8"));

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
    assertThat(answer.body())
        .contains("ne répond pas", "href=\"/oauth2/authorize?", "&amp;client_id=accord-web");
    Problem.in(browser.get(Visitor.pathOf(question)), 503, "temporarily-unavailable");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "?", "?code=1", "?state=x", "?code=1&state=", "?error=%3Cscript%3E&state=1",
        "?code=1&state=aaaaaaaaaaaaaaaaaaaaaa", "?state=%00&code=%0d"
      })
  void anyOtherAnswerBeginsALogin(String query) {
    HttpResponse<String> answer = browser.get("/session/callback" + query);

    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(Visitor.locationOf(answer).getPath()).isEqualTo("/session/login");
  }

  private static void isPage(HttpResponse<String> answer, int status, String text) {
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
    assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("default-src 'none'");
    assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
    assertThat(answer.body()).contains("<html lang=\"fr\">", text, "href=\"/session/login?return=");
  }
}
