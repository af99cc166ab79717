package com.accordenergie.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.accordenergie.auth.account.PasswordChoice;
import com.accordenergie.platform.id.Ids;
import com.accordenergie.platform.identity.Role;
import com.accordenergie.platform.test.Api;
import com.accordenergie.platform.test.CapturedEvent;
import com.accordenergie.platform.test.CapturedEvents;
import com.accordenergie.platform.test.ServiceTest;
import com.accordenergie.platform.test.TestClock;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.http.HttpResponse;
import java.text.ParseException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What becomes of tokens after they were handed out. */
@ServiceTest
class TokenLifeTest {

  @Autowired Api api;
  @Autowired People people;
  @Autowired TestClock clock;
  @Autowired JdbcClient jdbc;
  @Autowired CapturedEvents events;
  @Autowired PasswordChoice passwordChoice;

  private Browser browser;
  private Application mobile;

  @BeforeEach
  void openABrowser() {
    browser = new Browser(api.url());
    mobile = Application.mobile(api.url());
  }

  @AfterEach
  void putTheClockRight() {
    clock.reset();
  }

  @Test
  void theMobileAppIsGivenANewRefreshTokenEachTime() throws Exception {
    var technician = people.arriveWithPassword(Role.TECHNICIAN);
    JsonNode first = mobile.logIn(browser, technician.username(), People.PASSWORD);

    JsonNode second = refreshed(first);
    JsonNode third = refreshed(second);

    assertThat(Stream.of(first, second, third).map(TokenLifeTest::refreshToken)).doesNotHaveDuplicates();
    SignedJWT access = SignedJWT.parse(third.get("access_token").asString());
    assertThat(access.getHeader().getType().getType()).isEqualTo("at+jwt");
    assertThat(access.getJWTClaimsSet().getSubject()).isEqualTo(technician.id().toString());
    SignedJWT before = SignedJWT.parse(first.get("id_token").asString());
    SignedJWT after = SignedJWT.parse(third.get("id_token").asString());
    assertThat(after.getJWTClaimsSet().getClaim("sid"))
        .isEqualTo(before.getJWTClaimsSet().getClaim("sid"));
    assertThat(after.getJWTClaimsSet().getClaim("auth_time"))
        .isEqualTo(before.getJWTClaimsSet().getClaim("auth_time"));
  }

  @Test
  void twentyParallelRefreshesAreGivenTheSameSuccessor() throws Exception {
    JsonNode tokens = loggedIn();

    List<HttpResponse<String>> answers =
        inParallel(20, () -> mobile.refresh(refreshToken(tokens)));

    assertThat(answers).allMatch(answer -> answer.statusCode() == 200);
    List<String> successors =
        answers.stream().map(Application::body).map(TokenLifeTest::refreshToken).distinct().toList();
    assertThat(successors).hasSize(1);
    assertThat(mobile.refresh(successors.getFirst()).statusCode()).isEqualTo(200);
  }

  @Test
  void whoComesBackLateWithAReplacedTokenEndsEverybodysLogin() throws Exception {
    JsonNode first = loggedIn();
    JsonNode second = refreshed(first);

    clock.advance(Duration.ofSeconds(11));

    HttpResponse<String> thief = mobile.refresh(refreshToken(first));
    assertThat(thief.statusCode()).isEqualTo(400);
    assertThat(Application.body(thief).get("error").asString()).isEqualTo("invalid_grant");
    clock.reset();
    assertThat(mobile.refresh(refreshToken(second)).statusCode()).isEqualTo(400);
    assertThat(mobile.get("/userinfo", second.get("access_token").asString()).statusCode())
        .isEqualTo(401);
    isToldToHaveEnded(second);
  }

  @Test
  void anAnswerLostOnTheWayIsAskedForAgain() {
    JsonNode first = loggedIn();
    JsonNode lost = refreshed(first);

    clock.advance(Duration.ofSeconds(9));

    JsonNode again = refreshed(first);
    assertThat(refreshToken(again)).isEqualTo(refreshToken(lost));
  }

  @Test
  void ofTwentyWhoRedeemOneCodeOneAtMostIsServed() throws Exception {
    var technician = people.arriveWithPassword(Role.TECHNICIAN);
    browser.logIn(technician.username(), People.PASSWORD);
    String verifier = Application.verifier();
    String code = code(verifier);

    List<HttpResponse<String>> answers = inParallel(20, () -> mobile.redeem(code, verifier));

    assertThat(answers.stream().filter(answer -> answer.statusCode() == 200)).hasSizeLessThan(2);
    assertThat(answers).allMatch(answer -> List.of(200, 400).contains(answer.statusCode()));
  }

  @Test
  void theWebClientKeepsItsRefreshToken() throws Exception {
    Application web = Application.web(api.url());
    var admin = people.arriveWithPassword(Role.ADMIN);
    JsonNode tokens = web.logIn(browser, admin.username(), People.PASSWORD);

    List<HttpResponse<String>> answers = inParallel(12, () -> web.refresh(refreshToken(tokens)));

    assertThat(answers).allMatch(answer -> answer.statusCode() == 200);
    assertThat(answers.stream().map(Application::body).map(TokenLifeTest::refreshToken))
        .containsOnly(refreshToken(tokens));
  }

  @Test
  void aRefreshTokenBelongsToItsApplication() {
    JsonNode tokens = loggedIn();

    HttpResponse<String> foreign = Application.web(api.url()).refresh(refreshToken(tokens));

    assertThat(Application.body(foreign).get("error").asString()).isEqualTo("invalid_grant");
  }

  @Test
  void theWebClientCannotPassAsPublic() {
    Application web = Application.web(api.url());
    var admin = people.arriveWithPassword(Role.ADMIN);
    JsonNode tokens = web.logIn(browser, admin.username(), People.PASSWORD);

    HttpResponse<String> nameOnly =
        Application.web(api.url(), "").refresh(refreshToken(tokens));

    assertThat(nameOnly.statusCode()).isEqualTo(401);
    assertThat(Application.body(nameOnly).get("error").asString()).isEqualTo("invalid_client");
  }

  @Test
  void anotherRoleShowsInTheNextToken() throws Exception {
    var somebody = people.arriveWithPassword(Role.TECHNICIAN);
    JsonNode tokens = mobile.logIn(browser, somebody.username(), People.PASSWORD);

    people.tell("user.updated", somebody.as(Role.DISPATCHER), 2);
    people.await(somebody.id(), account -> account.role() == Role.DISPATCHER);

    SignedJWT next = SignedJWT.parse(refreshed(tokens).get("access_token").asString());
    assertThat(next.getJWTClaimsSet().getStringListClaim("roles")).containsExactly("DISPATCHER");
  }

  @Test
  void whoLeavesIsOutAtOnce() {
    var technician = people.arriveWithPassword(Role.TECHNICIAN);
    JsonNode tokens = mobile.logIn(browser, technician.username(), People.PASSWORD);

    people.tell("user.deactivated", technician.leaving(), 2);
    people.await(technician.id(), account -> !account.isActive());

    assertThat(mobile.refresh(refreshToken(tokens)).statusCode()).isEqualTo(400);
    assertThat(mobile.get("/userinfo", tokens.get("access_token").asString()).statusCode())
        .isEqualTo(401);
    assertThat(Browser.locationOf(browser.get(mobile.authorizeUrl(Application.verifier()))))
        .isEqualTo("/login");
    assertThat(Browser.locationOf(browser.logIn(technician.username(), People.PASSWORD)))
        .isEqualTo("/login?error");
  }

  @Test
  void anotherPasswordEndsAllLogins() {
    var technician = people.arriveWithPassword(Role.TECHNICIAN);
    JsonNode tokens = mobile.logIn(browser, technician.username(), People.PASSWORD);
    String session = browser.cookie("accord-login");

    jdbc.sql("update account set password_hash = null where id = ?")
        .param(Ids.bytes(technician.id()))
        .update();
    passwordChoice.chooseFirst(technician.id(), "un tout autre mot de passe");

    assertThat(session).isNotEmpty();
    assertThat(mobile.refresh(refreshToken(tokens)).statusCode()).isEqualTo(400);
    assertThat(browser.get("/login").body()).contains("Se connecter");
  }

  @Test
  void theMobileAppRevokesItsToken() throws Exception {
    JsonNode tokens = loggedIn();

    assertThat(mobile.revoke(refreshToken(tokens)).statusCode()).isEqualTo(200);
    assertThat(mobile.revoke("unknown").statusCode()).isEqualTo(200);

    assertThat(mobile.refresh(refreshToken(tokens)).statusCode()).isEqualTo(400);
    isToldToHaveEnded(tokens);
  }

  @Test
  void aRevokedAccessTokenTellsNothingMore() {
    JsonNode tokens = loggedIn();
    String access = tokens.get("access_token").asString();
    assertThat(mobile.get("/userinfo", access).statusCode()).isEqualTo(200);

    assertThat(mobile.revoke(access).statusCode()).isEqualTo(200);

    assertThat(mobile.get("/userinfo", access).statusCode()).isEqualTo(401);
    assertThat(mobile.refresh(refreshToken(tokens)).statusCode()).isEqualTo(200);
  }

  @Test
  void onlyAnApplicationWithASecretLooksIntoTokens() {
    JsonNode tokens = loggedIn();
    Map<String, String> question =
        Map.of("token", refreshToken(tokens), "grant_type", "refresh_token");

    HttpResponse<String> ofThePublic = mobile.post("/oauth2/introspect", question);
    HttpResponse<String> ofTheWebClient =
        Application.web(api.url()).post("/oauth2/introspect", question);

    assertThat(ofThePublic.statusCode()).isEqualTo(401);
    assertThat(Application.body(ofTheWebClient).get("active").asBoolean()).isTrue();
  }

  @Test
  void anApplicationLogsSomebodyOut() throws Exception {
    Application web = Application.web(api.url());
    var admin = people.arriveWithPassword(Role.ADMIN);
    JsonNode tokens = web.logIn(browser, admin.username(), People.PASSWORD);
    String verifier = Application.verifier();
    JsonNode beside = Application.body(mobile.redeem(code(verifier), verifier));

    HttpResponse<String> answer =
        browser.get(
            "/connect/logout?"
                + Browser.encoded(
                    Map.of(
                        "id_token_hint", tokens.get("id_token").asString(),
                        "post_logout_redirect_uri", Browser.ORIGIN + "/",
                        "state", "bye")));

    assertThat(Browser.locationOf(answer)).isEqualTo(Browser.ORIGIN + "/?state=bye");
    assertThat(web.refresh(refreshToken(tokens)).statusCode()).isEqualTo(400);
    assertThat(Browser.locationOf(browser.get(mobile.authorizeUrl(Application.verifier()))))
        .isEqualTo("/login");
    isToldToHaveEnded(tokens, beside);
  }

  @Test
  void anApplicationThatHasRevokedItsTokenStillLogsOut() throws Exception {
    Application web = Application.web(api.url());
    var admin = people.arriveWithPassword(Role.ADMIN);
    JsonNode tokens = web.logIn(browser, admin.username(), People.PASSWORD);

    assertThat(web.revoke(refreshToken(tokens)).statusCode()).isEqualTo(200);
    HttpResponse<String> answer =
        browser.get(
            "/connect/logout?"
                + Browser.encoded(
                    Map.of(
                        "id_token_hint", tokens.get("id_token").asString(),
                        "post_logout_redirect_uri", Browser.ORIGIN + "/")));

    assertThat(web.refresh(refreshToken(tokens)).statusCode()).isEqualTo(400);
    assertThat(web.get("/userinfo", tokens.get("access_token").asString()).statusCode())
        .isEqualTo(401);
    assertThat(Browser.locationOf(answer)).isEqualTo(Browser.ORIGIN + "/");
    assertThat(Browser.locationOf(browser.get(mobile.authorizeUrl(Application.verifier()))))
        .isEqualTo("/login");
    isToldToHaveEnded(tokens);
  }

  @Test
  void whoLogsOutEverywhereIsLoggedInNowhere() {
    Application web = Application.web(api.url());
    var admin = people.arriveWithPassword(Role.ADMIN);
    var colleague = people.arriveWithPassword(Role.ADMIN);
    Browser atHome = new Browser(api.url());
    JsonNode here = web.logIn(browser, admin.username(), People.PASSWORD);
    JsonNode there = mobile.logIn(atHome, admin.username(), People.PASSWORD);
    JsonNode theirs = web.logIn(new Browser(api.url()), colleague.username(), People.PASSWORD);

    assertThat(web.delete("/api/v1/me/sessions", here.get("access_token").asString()).statusCode())
        .isEqualTo(204);

    CapturedEvent told = events.awaitOne("user.logged-out", admin.id());
    assertThat(told.data().required("userId").asString()).isEqualTo(admin.id().toString());
    assertThat(web.refresh(refreshToken(here)).statusCode()).isEqualTo(400);
    assertThat(mobile.refresh(refreshToken(there)).statusCode()).isEqualTo(400);
    for (Browser used : List.of(browser, atHome)) {
      assertThat(Browser.locationOf(used.get(mobile.authorizeUrl(Application.verifier()))))
          .isEqualTo("/login");
    }
    assertThat(web.refresh(refreshToken(theirs)).statusCode()).isEqualTo(200);
    assertThat(web.delete("/api/v1/me/sessions", "rubbish").statusCode()).isEqualTo(401);
  }

  @Test
  void loggingOutLeadsNowhereElse() {
    Application web = Application.web(api.url());
    var admin = people.arriveWithPassword(Role.ADMIN);
    JsonNode tokens = web.logIn(browser, admin.username(), People.PASSWORD);

    HttpResponse<String> elsewhere =
        browser.get(
            "/connect/logout?"
                + Browser.encoded(
                    Map.of(
                        "id_token_hint", tokens.get("id_token").asString(),
                        "post_logout_redirect_uri", "https://evil.example/")));
    HttpResponse<String> forged = browser.get("/connect/logout?id_token_hint=forged");

    assertThat(Browser.locationOf(elsewhere)).isEqualTo("/logout");
    assertThat(Browser.locationOf(forged)).isEqualTo("/logout");
  }

  @Test
  void nothingInTheDatabaseOpensAnything() {
    JsonNode tokens = loggedIn();

    List<Map<String, Object>> rows = jdbc.sql("select * from issued_token").query().listOfRows();

    assertThat(rows).isNotEmpty();
    for (String name : List.of("access_token", "refresh_token", "id_token")) {
      String value = tokens.get(name).asString();
      assertThat(rows.toString()).doesNotContain(value);
    }
    for (Map<String, Object> row : rows) {
      String hex = HexFormat.of().formatHex((byte[]) row.get("hash"));
      assertThat(mobile.refresh(hex).statusCode()).isEqualTo(400);
      break;
    }
  }

  @Test
  void refreshingWithRubbishIsRefusedAsTheProtocolSays() {
    HttpResponse<String> answer = mobile.refresh("rubbish");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/json");
    assertThat(Application.body(answer).get("error").asString()).isEqualTo("invalid_grant");
    assertThat(Application.body(mobile.token(Map.of("grant_type", "password"))).has("error"))
        .isTrue();
  }

  /** Each once, by the name that its access tokens bear. */
  private void isToldToHaveEnded(JsonNode... sessions) throws ParseException {
    List<String> names = new ArrayList<>();
    for (JsonNode tokens : sessions) {
      names.add(accessClaims(tokens).getStringClaim("accord_session"));
    }
    UUID person = UUID.fromString(accessClaims(sessions[0]).getSubject());
    assertThat(events.awaitSome("user.session-ended", person, sessions.length))
        .extracting(event -> event.data().required("sessionId").asString())
        .containsExactlyInAnyOrderElementsOf(names);
  }

  private static JWTClaimsSet accessClaims(JsonNode tokens) throws ParseException {
    return SignedJWT.parse(tokens.get("access_token").asString()).getJWTClaimsSet();
  }

  /** What somebody who is logged in is given for the mobile app. */
  private String code(String verifier) {
    return Browser.parameter(
        Browser.locationOf(browser.get(mobile.authorizeUrl(verifier))), "code");
  }

  private JsonNode loggedIn() {
    var technician = people.arriveWithPassword(Role.TECHNICIAN);
    return mobile.logIn(browser, technician.username(), People.PASSWORD);
  }

  private JsonNode refreshed(JsonNode tokens) {
    HttpResponse<String> answer = mobile.refresh(refreshToken(tokens));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Application.body(answer);
  }

  private static String refreshToken(JsonNode tokens) {
    return tokens.get("refresh_token").asString();
  }

  private static <T> List<T> inParallel(int times, Callable<T> work) throws Exception {
    var start = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<T>> results =
          IntStream.range(0, times)
              .mapToObj(
                  number ->
                      threads.submit(
                          () -> {
                            start.await();
                            return work.call();
                          }))
              .toList();
      start.countDown();
      List<T> answers = new ArrayList<>();
      for (Future<T> result : results) {
        answers.add(result.get());
      }
      return answers;
    }
  }
}
