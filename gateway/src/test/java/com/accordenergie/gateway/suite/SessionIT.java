package com.accordenergie.gateway.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A day at the desk, in the browser. */
class SessionIT {

  private final Suite suite = Suite.running();
  private final Company company = suite.company();

  @Test
  void somebodyLogsInWorksAndLogsOut() {
    var browser = new WebClient(suite.issuer());
    browser.get("/api/v1/me").expect(401, "unauthenticated");

    URI landed = browser.logIn(company.claire, "%2Fplanning");

    assertThat(landed).isEqualTo(suite.issuer().resolve("/planning"));
    assertThat(browser.get("/api/v1/me").expect(200).json().path("id").asString())
        .isEqualTo(company.claire.id().toString());
    browser.postWithoutToken("/api/v1/clients", Map.of("name", "Lycée")).expect(403, "csrf");
    browser.post("/api/v1/clients", Map.of("name", "Lycée Ampère")).expect(201);
    assertThat(browser.cookie("accord-web-session")).hasSizeLessThan(3200);

    String copied = browser.copied();
    URI next = next(browser.post("/session/logout", Map.of()).expect(200));

    assertThat(next.getPath()).isEqualTo("/connect/logout");
    assertThat(browser.open(next)).isEqualTo(suite.issuer().resolve("/"));
    browser.get("/api/v1/me").expect(401, "unauthenticated");
    WebClient.getWith(copied, suite.issuer(), "/api/v1/me").expect(401, "unauthenticated");
    assertThat(browser.logIn(company.claire, "%2Fclients").getPath())
        .as("the login page had forgotten who was there")
        .isEqualTo("/clients");
  }

  @Test
  void anotherInstanceGoesOnWithTheSessionThatThisOneBegan() {
    ServiceProcess second = suite.startAnother("gateway");
    try {
      var browser = new WebClient(suite.issuer());
      browser.logIn(company.marc, "%2F");

      assertThat(
              WebClient.getWith(browser.copied(), second.address(), "/api/v1/me")
                  .expect(200)
                  .json()
                  .path("id")
                  .asString())
          .isEqualTo(company.marc.id().toString());
    } finally {
      second.killNine();
    }
  }

  @Test
  void whoCameByAnotherNameOfTheMachineLogsInWhereTheAnswerComesTo() {
    URI otherName = URI.create("http://127.0.0.1:" + suite.issuer().getPort());

    Answer answer = WebClient.getWith("", otherName, "/session/login?return=%2Fplanning");

    assertThat(answer.header("Location"))
        .isEqualTo(suite.issuer() + "/session/login?return=%2Fplanning");
  }

  @Test
  void whoLogsOutEverywhereIsOutOnTheOtherDevicesToo() {
    Colleague nina =
        company.hire("nina-" + System.nanoTime(), "Nina Roche", "DISPATCHER", null, List.of());
    var office = new WebClient(suite.issuer());
    var home = new WebClient(suite.issuer());
    office.logIn(nina, "%2F");
    home.logIn(nina, "%2F");

    assertThat(next(office.post("/session/logout?everywhere=true", Map.of()).expect(200)))
        .isEqualTo(suite.issuer().resolve("/"));

    office.get("/api/v1/me").expect(401, "unauthenticated");
    assertThat(home.logIn(nina, "%2Fplanning").getPath())
        .as("the login page asked for the password again")
        .isEqualTo("/planning");
  }

  private static URI next(Answer answer) {
    return URI.create(answer.json().required("next").asString());
  }
}
