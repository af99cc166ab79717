package com.accordenergie.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.accordenergie.platform.id.Ids;
import com.accordenergie.platform.identity.Caller;
import com.accordenergie.platform.identity.Role;
import com.accordenergie.platform.test.Api;
import com.accordenergie.platform.test.ServiceTest;
import com.accordenergie.platform.test.TestClock;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

/** How somebody is let in: an admin invites, the invited chooses a password. */
@ServiceTest
class InvitationTest {

  private static final String CHOSEN = "cheval agrafe pile correcte";

  @Autowired Api api;
  @Autowired People people;
  @Autowired TestClock clock;
  @Autowired JdbcClient jdbc;
  @Autowired UserServiceDouble userService;

  private Browser browser;

  @BeforeEach
  void openABrowser() {
    browser = new Browser(api.url());
  }

  @AfterEach
  void putEverythingRight() {
    clock.reset();
    userService.isBroken(false);
  }

  @Test
  void theInvitedChoosesAPasswordAndLogsIn() {
    var technician = people.arrive(Role.TECHNICIAN);
    RestTestClient admin = as(Role.ADMIN);
    assertState(admin, technician.id(), "NONE");

    String link = invite(admin, technician.id());
    assertThat(link).startsWith(Browser.ORIGIN + "/activate?token=");
    assertState(admin, technician.id(), "PENDING");

    HttpResponse<String> page = browser.get(link);
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains(technician.displayName()).contains(technician.username());
    assertThat(page.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
    assertThat(page.headers().firstValue("Referrer-Policy")).contains("no-referrer");

    HttpResponse<String> chosen = choose(page, CHOSEN, CHOSEN);
    assertThat(Browser.locationOf(chosen)).isEqualTo("/login?activated");
    assertThat(browser.follow(chosen).body()).contains("Votre mot de passe est enregistré");
    assertState(admin, technician.id(), "ACCEPTED");
    assertThat(Browser.locationOf(browser.logIn(technician.username(), CHOSEN)))
        .isEqualTo("/login");
  }

  @Test
  void aLinkServesOnce() {
    var technician = people.arrive(Role.TECHNICIAN);
    String link = invite(as(Role.ADMIN), technician.id());
    HttpResponse<String> page = browser.get(link);
    choose(page, CHOSEN, CHOSEN);

    HttpResponse<String> again = choose(page, "un autre mot de passe", "un autre mot de passe");

    assertThat(again.statusCode()).isEqualTo(410);
    assertThat(browser.get(link).statusCode()).isEqualTo(410);
    assertThat(Browser.locationOf(browser.logIn(technician.username(), CHOSEN)))
        .isEqualTo("/login");
  }

  @Test
  void aNewInvitationTakesThePlaceOfTheOld() {
    var technician = people.arrive(Role.TECHNICIAN);
    RestTestClient admin = as(Role.ADMIN);
    String first = invite(admin, technician.id());
    String second = invite(admin, technician.id());

    assertThat(browser.get(first).statusCode()).isEqualTo(410);
    assertThat(browser.get(second).statusCode()).isEqualTo(200);
  }

  @Test
  void aLinkWaitsThreeDays() {
    var technician = people.arrive(Role.TECHNICIAN);
    RestTestClient admin = as(Role.ADMIN);
    String link = invite(admin, technician.id());

    clock.advance(Duration.ofHours(71));
    assertThat(browser.get(link).statusCode()).isEqualTo(200);
    clock.advance(Duration.ofHours(1).plusSeconds(1));

    HttpResponse<String> page = browser.get(link);
    assertThat(page.statusCode()).isEqualTo(410);
    assertThat(page.body()).contains("Ce lien n’est plus valable");
    assertState(admin, technician.id(), "EXPIRED");
  }

  @ParameterizedTest
  @CsvSource({
    "trop court, trop court, au moins 12 caractères",
    "motdepasse2026!, motdepasse2026!, trop facile à deviner",
    "cheval agrafe pile, cheval agrafe plie, Les deux saisies diffèrent"
  })
  void aPasswordThatWillNotDoIsExplained(String password, String repeated, String explanation) {
    var technician = people.arrive(Role.TECHNICIAN);
    HttpResponse<String> page = browser.get(invite(as(Role.ADMIN), technician.id()));

    HttpResponse<String> refused = choose(page, password, repeated);

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains(explanation).contains("aria-invalid=\"true\"");
    assertThat(Browser.locationOf(choose(refused, CHOSEN, CHOSEN))).isEqualTo("/login?activated");
  }

  @Test
  void theUsernameIsNoPassword() {
    var technician = people.arrive(Role.TECHNICIAN);
    HttpResponse<String> page = browser.get(invite(as(Role.ADMIN), technician.id()));
    String password = "A" + technician.username().toUpperCase() + "!";

    assertThat(choose(page, password, password).body()).contains("contenir votre identifiant");
  }

  @Test
  void onlyTheHashOfALinkIsKept() {
    var technician = people.arrive(Role.TECHNICIAN);
    String link = invite(as(Role.ADMIN), technician.id());

    var row =
        jdbc.sql("select * from invitation where account_id = ?")
            .param(Ids.bytes(technician.id()))
            .query()
            .singleRow();

    assertThat(row.toString()).doesNotContain(Browser.parameter(link, "token"));
    assertThat((byte[]) row.get("token_hash")).hasSize(32);
  }

  @Test
  void whoeverNobodyKnowsIsNotFound() {
    as(Role.ADMIN)
        .post()
        .uri("/api/v1/users/{id}/invitation", Ids.next())
        .exchange()
        .expectStatus()
        .isNotFound();
    as(Role.ADMIN)
        .get()
        .uri("/api/v1/users/not-an-id/invitation")
        .exchange()
        .expectStatus()
        .isBadRequest();
  }

  @Test
  void somebodyIsInvitedBeforeTheirEventArrives() {
    var technician = People.stranger(Role.TECHNICIAN);
    userService.knows(technician);

    String link = invite(as(Role.ADMIN), technician.id());
    assertThat(browser.get(link).body()).contains(technician.displayName());

    people.tell("user.created", technician, 1);
    people.tell("user.updated", technician.named("Après coup"), 2);
    people.await(technician.id(), account -> account.displayName().equals("Après coup"));
    assertThat(browser.get(link).statusCode()).isEqualTo(200);
  }

  @Test
  void withoutUserServiceAnUnknownPersonHasToWait() {
    RestTestClient admin = as(Role.ADMIN);
    userService.isBroken(true);

    admin
        .post()
        .uri("/api/v1/users/{id}/invitation", Ids.next())
        .exchange()
        .expectStatus()
        .isEqualTo(503)
        .expectHeader()
        .exists("Retry-After");
  }

  @Test
  void whoHasLeftIsNotInvited() {
    var technician = people.arrive(Role.TECHNICIAN);
    RestTestClient admin = as(Role.ADMIN);
    String link = invite(admin, technician.id());
    people.tell("user.deactivated", technician.leaving(), 2);
    people.await(technician.id(), account -> !account.isActive());

    admin
        .post()
        .uri("/api/v1/users/{id}/invitation", technician.id())
        .exchange()
        .expectStatus()
        .isEqualTo(409)
        .expectBody()
        .jsonPath("$.type")
        .isEqualTo("urn:accord:problem:person-inactive");
    assertThat(browser.get(link).statusCode()).isEqualTo(410);
  }

  @Test
  void anAdminOfBeforeInvitesNobodyWhileTheirTokenLasts() {
    var technician = people.arrive(Role.TECHNICIAN);
    var dismissed = people.arriveWithPassword(Role.ADMIN);
    RestTestClient admin = api.as(Caller.admin(dismissed.id()));
    invite(admin, technician.id());
    people.tell("user.deactivated", dismissed.leaving(), 2);
    people.await(dismissed.id(), account -> !account.isActive());

    admin
        .post()
        .uri("/api/v1/users/{id}/invitation", technician.id())
        .exchange()
        .expectStatus()
        .isUnauthorized();
  }

  @Test
  void invitingTwiceWithOneKeyIsInvitingOnce() {
    var technician = people.arrive(Role.TECHNICIAN);
    RestTestClient admin = as(Role.ADMIN);

    String first = inviteWithKey(admin, technician.id());
    String second = inviteWithKey(admin, technician.id());

    assertThat(second).isEqualTo(first);
  }

  private RestTestClient as(Role role) {
    var somebody = people.arriveWithPassword(role);
    var tokens =
        Application.mobile(api.url())
            .logIn(new Browser(api.url()), somebody.username(), People.PASSWORD);
    return api.withToken(tokens.get("access_token").asString());
  }

  private static String invite(RestTestClient admin, UUID person) {
    return inviteWith(admin.post().uri("/api/v1/users/{id}/invitation", person));
  }

  private static String inviteWithKey(RestTestClient admin, UUID person) {
    return inviteWith(
        admin
            .post()
            .uri("/api/v1/users/{id}/invitation", person)
            .header("Idempotency-Key", person.toString()));
  }

  private static String inviteWith(RestTestClient.RequestHeadersSpec<?> request) {
    String body =
        request
            .exchange()
            .expectStatus()
            .isCreated()
            .expectBody(String.class)
            .returnResult()
            .getResponseBody();
    return new tools.jackson.databind.json.JsonMapper().readTree(body).get("link").asString();
  }

  private static void assertState(RestTestClient admin, UUID person, String state) {
    admin
        .get()
        .uri("/api/v1/users/{id}/invitation", person)
        .exchange()
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.state")
        .isEqualTo(state);
  }

  private HttpResponse<String> choose(
      HttpResponse<String> page, String password, String repeated) {
    return browser.submit(
        page, "/activate", Map.of("password", password, "repeated", repeated));
  }
}
