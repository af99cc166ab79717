package com.accordenergie.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.accordenergie.auth.account.Accounts;
import com.accordenergie.auth.account.PasswordChoice;
import com.accordenergie.auth.password.Passwords;
import com.accordenergie.platform.identity.Role;
import com.accordenergie.platform.test.Api;
import com.accordenergie.platform.test.ServiceTest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;

/** Nobody keeps people out of the browser they work in by failing in their name somewhere else. */
@ServiceTest
class KnownDeviceTest {

  private static final String WRONG = "pas le bon du tout";

  @Autowired Api api;
  @Autowired People people;
  @Autowired Accounts accounts;
  @Autowired PasswordChoice passwordChoice;
  @Autowired Passwords passwords;
  @Autowired TransactionOperations transaction;

  private People.Somebody claire;
  private Browser desk;

  @BeforeEach
  void claireHasWorkedAtThisDesk() {
    claire = people.arriveWithPassword(Role.DISPATCHER);
    desk = new Browser(api.url());
    assertThat(admitted(desk.logIn(claire.username(), People.PASSWORD))).isTrue();
    desk.forgetCookie("accord-login");
  }

  @Test
  void whoeverFailsElsewhereKeepsOnlyStrangersOut() {
    failAsAStranger(5);

    assertThat(new Browser(api.url()).logIn(claire.username(), People.PASSWORD).statusCode())
        .isEqualTo(429);
    assertThat(admitted(desk.logIn(claire.username().toUpperCase(), People.PASSWORD))).isTrue();
  }

  @Test
  void successHereGivesStrangersNothingBack() {
    failAsAStranger(5);

    desk.logIn(claire.username(), People.PASSWORD);

    assertThat(new Browser(api.url()).logIn(claire.username(), WRONG).statusCode()).isEqualTo(429);
  }

  @Test
  void neitherDoesWhoeverFailsAtTheSameAddress() {
    String office = Browser.randomAddress();
    Browser hers = new Browser(api.url(), office);
    hers.keepCookie("accord-device", desk.cookie("accord-device"));
    int status;
    int names = 0;
    do {
      status = new Browser(api.url(), office).logIn("x" + System.nanoTime(), WRONG).statusCode();
      names++;
    } while (status != 429 && names < 60);
    assertThat(status).isEqualTo(429);

    assertThat(admitted(hers.logIn(claire.username(), People.PASSWORD))).isTrue();
  }

  @Test
  void fiveFailuresHereAndThenPatienceHereOnly() {
    for (int failure = 0; failure < 5; failure++) {
      assertThat(desk.logIn(claire.username(), WRONG).statusCode()).isEqualTo(302);
    }

    assertThat(desk.logIn(claire.username(), People.PASSWORD).statusCode()).isEqualTo(429);
    assertThat(admitted(new Browser(api.url()).logIn(claire.username(), People.PASSWORD)))
        .isTrue();
  }

  @Test
  void hereIsWhereOneHasLoggedInOneself() {
    var marc = people.arriveWithPassword(Role.DISPATCHER);
    Browser elsewhere = new Browser(api.url());
    elsewhere.logIn(marc.username(), People.PASSWORD);
    elsewhere.forgetCookie("accord-login");
    failAsAStranger(5);

    assertThat(elsewhere.logIn(claire.username(), People.PASSWORD).statusCode()).isEqualTo(429);

    // They share the desk.
    assertThat(admitted(desk.logIn(marc.username(), People.PASSWORD))).isTrue();
    desk.forgetCookie("accord-login");
    assertThat(admitted(desk.logIn(claire.username(), People.PASSWORD))).isTrue();
  }

  /** Whoever knew the old one may have logged in with as many browsers as they liked. */
  @Test
  void aNewPasswordMakesEveryDeviceAStranger() {
    chooseAnew("quatre autres mots choisis");
    failAsAStranger(5);

    assertThat(desk.logIn(claire.username(), "quatre autres mots choisis").statusCode())
        .isEqualTo(429);
  }

  @Test
  void oneThatANeighbourHasSlippedInDoesNotHideOurs() {
    failAsAStranger(5);
    String ours = desk.cookie("accord-device");
    desk.keepCookie("accord-device", "slipped-in; accord-device=" + ours);

    assertThat(admitted(desk.logIn(claire.username(), People.PASSWORD))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "%", "AAAA", "not-ours-not-ours-not-ours-not-ours-not-ours-not-ours"})
  void whatWeHaveNotMadeMakesNobodyKnown(String invented) {
    failAsAStranger(5);
    desk.keepCookie("accord-device", invented);

    assertThat(desk.logIn(claire.username(), People.PASSWORD).statusCode()).isEqualTo(429);
  }

  @Test
  void whatWasChangedMakesNobodyKnown() {
    failAsAStranger(5);
    String ours = desk.cookie("accord-device");
    char last = ours.charAt(20) == 'A' ? 'B' : 'A';
    desk.keepCookie("accord-device", ours.substring(0, 20) + last + ours.substring(21));

    assertThat(desk.logIn(claire.username(), People.PASSWORD).statusCode()).isEqualTo(429);
  }

  @Test
  void onlyTheLoginPageIsShownIt() {
    HttpResponse<String> answer =
        new Browser(api.url()).logIn(claire.username(), People.PASSWORD);

    assertThat(answer.headers().allValues("Set-Cookie"))
        .filteredOn(cookie -> cookie.startsWith("accord-device="))
        .singleElement()
        .asString()
        .contains("Path=/login", "HttpOnly", "SameSite=Lax", "Max-Age=15552000")
        .doesNotContain(claire.username());
  }

  @Test
  void whoeverFailsIsNotRemembered() {
    Browser stranger = new Browser(api.url());
    stranger.logIn(claire.username(), WRONG);

    assertThat(stranger.cookie("accord-device")).isEmpty();
  }

  private void chooseAnew(String password) {
    String hash = passwords.hash(password);
    transaction.executeWithoutResult(
        status -> passwordChoice.choose(accounts.lock(claire.id()).orElseThrow(), hash));
  }

  private void failAsAStranger(int times) {
    for (int failure = 0; failure < times; failure++) {
      new Browser(api.url()).logIn(claire.username(), WRONG);
    }
  }

  private static boolean admitted(HttpResponse<String> answer) {
    return answer.statusCode() == 302 && Browser.locationOf(answer).equals("/login");
  }
}
