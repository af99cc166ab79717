package com.accordenergie.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.accordenergie.platform.identity.Role;
import com.accordenergie.platform.test.Api;
import com.accordenergie.platform.test.ServiceTest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The pages in front of everything, and their patience. */
@ServiceTest
class LoginPageTest {

  @Autowired Api api;
  @Autowired People people;
  @Autowired JdbcClient jdbc;

  private Browser browser;

  @BeforeEach
  void openABrowser() {
    browser = new Browser(api.url());
  }

  @Test
  void theFormIsFrenchLabelledAndClosedToOthers() {
    HttpResponse<String> page = browser.get("/login");

    assertThat(page.body())
        .contains("<html lang=\"fr\">")
        .contains("<label for=\"username\">Identifiant</label>")
        .contains("<label for=\"password\">Mot de passe</label>")
        .contains("autocomplete=\"current-password\"")
        .contains("name=\"_csrf\"")
        .doesNotContain("http://", "https://", "th:");
    assertThat(header(page, "Content-Security-Policy"))
        .contains("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'")
        .doesNotContain("unsafe");
    assertThat(header(page, "X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(header(page, "X-Frame-Options")).isEqualTo("DENY");
    assertThat(header(page, "Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(header(page, "Cache-Control")).contains("no-store");
    assertThat(page.headers().allValues("Set-Cookie"))
        .singleElement()
        .asString()
        .startsWith("accord-login=")
        .contains("HttpOnly", "SameSite=Lax");
  }

  @Test
  void oneTouchMakesEveryPageEnglishInThisBrowser() {
    HttpResponse<String> french = browser.get("/login?error");
    assertThat(french.body()).contains("<a class=\"language\" lang=\"en\" hreflang=\"en\"");

    HttpResponse<String> english = browser.get("/login?error&lang=en");

    assertThat(english.body())
        .contains("<html lang=\"en\">", "<h1>Login</h1>", "Wrong username or password")
        .contains("href=\"/login?error&amp;lang=fr\"")
        .doesNotContain("Connexion", "Identifiant");
    assertThat(browser.get("/login").body()).contains("<label for=\"username\">Username</label>");
    assertThat(new Browser(api.url()).get("/login").body()).contains("<html lang=\"fr\">");
    assertThat(browser.get("/login?lang=fr").body()).contains("<html lang=\"fr\">");
  }

  @ParameterizedTest
  @ValueSource(strings = {"de", "zz-ZZ-ZZ", "%22%3E%3Cscript%3E", "", "en_GB"})
  void aLanguageThatWeDoNotSpeakIsFrench(String language) {
    HttpResponse<String> page = browser.get("/login?lang=" + language);

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("Connexion");
    assertThat(browser.get("/login").body()).contains("Connexion");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/auth-assets/auth.css", "/auth-assets/auth.js", "/auth-assets/mark.svg"})
  void whatThePagesNeedIsHere(String asset) {
    HttpResponse<String> answer = browser.get(asset);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(header(answer, "Cache-Control")).contains("max-age=3600");
    assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
  }

  /** Whoever logs in meanwhile would lose what they have just become. */
  @ParameterizedTest
  @ValueSource(strings = {"/auth-assets/auth.css", "/auth-assets/auth.js", "/auth-assets/mark.svg"})
  void whatThePagesNeedLeavesTheSessionAlone(String asset) {
    browser.get("/login");
    // On one connection: what an answer leaves to be done is done before the next one comes.
    browser.get(asset);
    long before = lastAccess();

    browser.get(asset);
    browser.get(asset);
    assertThat(lastAccess()).isEqualTo(before);

    browser.get("/login");
    assertThat(lastAccess()).isGreaterThan(before);
  }

  private long lastAccess() {
    byte[] id = Base64.getDecoder().decode(browser.cookie("accord-login"));
    return jdbc.sql("select last_access_time from SPRING_SESSION where session_id = ?")
        .param(new String(id, StandardCharsets.UTF_8))
        .query(Long.class)
        .single();
  }

  @Test
  void aWrongPasswordIsExplainedAndTheNameKept() {
    var dispatcher = people.arriveWithPassword(Role.DISPATCHER);

    HttpResponse<String> answer =
        browser.follow(browser.logIn(dispatcher.username(), "pas le bon du tout"));

    assertThat(answer.body())
        .contains("Identifiant ou mot de passe incorrect")
        .contains("role=\"alert\"")
        .contains("value=\"" + dispatcher.username() + "\"")
        .doesNotContain("pas le bon du tout");
  }

  @Test
  void whoeverIsUnknownIsToldTheSame() {
    var known = people.arriveWithPassword(Role.DISPATCHER);
    var invited = people.arrive(Role.DISPATCHER);

    for (String name : new String[] {known.username(), invited.username(), "nobody", "' or 1=1 --"}) {
      HttpResponse<String> answer = new Browser(api.url()).logIn(name, "pas le bon du tout");
      assertThat(answer.statusCode()).isEqualTo(302);
      assertThat(Browser.locationOf(answer)).isEqualTo("/login?error");
    }
  }

  @Test
  void whatWasTypedIsShownAsItWasTyped() {
    HttpResponse<String> answer =
        browser.follow(browser.logIn("\"><script>alert(1)</script>", "whatever it is"));

    assertThat(answer.body()).doesNotContain("<script>alert").contains("&lt;script&gt;");
  }

  @Test
  void aFormThatStoodOpenTooLongIsSentAgain() {
    HttpResponse<String> page = browser.get("/login");
    browser.forgetCookies();

    HttpResponse<String> answer =
        browser.submit(page, "/login", Map.of("username", "somebody", "password", "something"));

    assertThat(Browser.locationOf(answer)).isEqualTo("/login?expired");
    assertThat(browser.follow(answer).body()).contains("restée ouverte trop longtemps");
  }

  @Test
  void nobodyLogsSomebodyElseInFromOutside() {
    HttpResponse<String> answer =
        browser.post("/login", Map.of("username", "somebody", "password", "something"));

    assertThat(Browser.locationOf(answer)).isEqualTo("/login?expired");
  }

  @Test
  void theSessionChangesItsNameWhenSomebodyLogsIn() {
    var dispatcher = people.arriveWithPassword(Role.DISPATCHER);
    HttpResponse<String> page = browser.get("/login");
    String before = browser.cookie("accord-login");

    browser.submit(
        page, "/login", Map.of("username", dispatcher.username(), "password", People.PASSWORD));

    assertThat(browser.cookie("accord-login")).isNotEmpty().isNotEqualTo(before);
  }

  @Test
  void theNameMayBeTypedInCapitals() {
    var dispatcher = people.arriveWithPassword(Role.DISPATCHER);

    HttpResponse<String> answer =
        browser.logIn(" " + dispatcher.username().toUpperCase() + " ", People.PASSWORD);

    assertThat(browser.follow(answer).body()).contains("Vous êtes connecté");
  }

  @Test
  void aNameWithOtherAccentsIsAnotherName() {
    var dispatcher = people.arriveWithPassword(Role.DISPATCHER);
    String accented = dispatcher.username().replaceFirst("([a-z])", "$1\u0301");
    // The letter that takes a whole square among Chinese ones.
    char first = dispatcher.username().charAt(0);
    String wide = (char) (first - 'a' + '\uff41') + dispatcher.username().substring(1);

    for (String name : new String[] {accented, wide}) {
      assertThat(name).isNotEqualTo(dispatcher.username());
      assertThat(Browser.locationOf(new Browser(api.url()).logIn(name, People.PASSWORD)))
          .as("it has an allowance of its own")
          .isEqualTo("/login?error");
    }
  }

  @Test
  void whoIsLoggedInLogsOut() {
    var dispatcher = people.arriveWithPassword(Role.DISPATCHER);
    browser.logIn(dispatcher.username(), People.PASSWORD);
    HttpResponse<String> connected = browser.get("/login");
    assertThat(connected.body())
        .contains("Vous êtes connecté")
        .contains(dispatcher.displayName())
        .contains(Browser.ORIGIN + "/");

    HttpResponse<String> question = browser.get("/logout");
    assertThat(question.body()).contains("Se déconnecter ?");
    HttpResponse<String> answer = browser.submit(question, "/logout", Map.of());

    assertThat(browser.follow(answer).body()).contains("Vous êtes déconnecté");
    assertThat(Browser.locationOf(browser.get("/logout"))).isEqualTo("/login");
  }

  @Test
  void fiveFailuresAndThenPatience() {
    var dispatcher = people.arriveWithPassword(Role.DISPATCHER);
    for (int failure = 0; failure < 5; failure++) {
      fromSomewhere().logIn(dispatcher.username(), "pas le bon du tout");
    }

    HttpResponse<String> refused = fromSomewhere().logIn(dispatcher.username(), People.PASSWORD);
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.body())
        .contains("Trop de tentatives")
        .containsPattern("Attendez (\\d+ secondes?|une minute),");
    assertThat(Integer.parseInt(header(refused, "Retry-After"))).isBetween(1, 60);

    // A minute passes, by the database's clock.
    jdbc.sql("update login_allowance set spent_until = spent_until - interval 61 second").update();
    assertThat(
            Browser.locationOf(
                fromSomewhere().logIn(dispatcher.username(), People.PASSWORD)))
        .isEqualTo("/login");
  }

  @Test
  void namesThatNobodyHasAreThrottledAlike() {
    String nobody = "nobody-" + System.nanoTime();
    for (int failure = 0; failure < 5; failure++) {
      fromSomewhere().logIn(nobody, "pas le bon du tout");
    }

    assertThat(fromSomewhere().logIn(nobody, "pas le bon du tout").statusCode()).isEqualTo(429);
  }

  @Test
  void oneAddressTriesThirtyNamesAndThenWaits() {
    String address = Browser.randomAddress();
    long began = System.nanoTime();
    int attempts = 0;
    int status;
    do {
      attempts++;
      String name = "name-" + attempts + System.nanoTime();
      status = new Browser(api.url(), address).logIn(name, "guessed").statusCode();
    } while (status != 429 && attempts < 60);

    int earned = 1 + (int) Duration.ofNanos(System.nanoTime() - began).toSeconds() / 10;
    assertThat(status).isEqualTo(429);
    assertThat(attempts).as("one more for each ten seconds").isBetween(31, 31 + earned);
  }

  @Test
  void successStartsTheCountAfresh() {
    var dispatcher = people.arriveWithPassword(Role.DISPATCHER);
    for (int round = 0; round < 3; round++) {
      for (int failure = 0; failure < 3; failure++) {
        fromSomewhere().logIn(dispatcher.username(), "pas le bon du tout");
      }
      assertThat(
              Browser.locationOf(
                  fromSomewhere().logIn(dispatcher.username(), People.PASSWORD)))
          .isEqualTo("/login");
    }
  }

  private Browser fromSomewhere() {
    return new Browser(api.url());
  }

  private static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }
}
