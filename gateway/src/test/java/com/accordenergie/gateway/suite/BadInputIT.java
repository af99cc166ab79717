package com.accordenergie.gateway.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.accordenergie.gateway.suite.Company.Client;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** What makes no sense is refused with a reason and a place, and changes nothing. */
class BadInputIT {

  private static final JsonMapper JSON = new JsonMapper();

  private final Suite suite = Suite.running();
  private final Company company = suite.company();
  private final Colleague claire = company.claire;
  private final Client client = company.newClient(claire, "Résidence des Alpes");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"surprise\":1}",
        "{\"title\":12}",
        "{\"title\":null}",
        "{\"title\":[\"a\"]}",
        "{\"title\":\"a\\u0000b\"}",
        "{\"title\":\"\"}",
        "{\"title\":\"   \"}",
        "{\"urgency\":\"VERY\"}",
        "{\"urgency\":3}",
        "{\"clientId\":\"not-an-id\"}",
        "{\"clientId\":\"0199a9f4-5f6b-7c3e-8d1a-2b3c4d5e6f70\"}",
        "{\"siteId\":\"0199a9f4-5f6b-7c3e-8d1a-2b3c4d5e6f70\"}",
        "{\"siteId\":{}}",
      })
  void anOrderThatMakesNoSense(String change) {
    Map<String, Object> order = Work.order(client, "Radiateur froid");
    JSON.readTree(change).properties().forEach(field -> order.put(field.getKey(), field.getValue()));

    Answer answer = claire.post("/api/v1/interventions", order);

    refusedWithAPlace(answer);
    assertThat(mine()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "{", "[]", "null", "42", "\"text\"", "{}", "{\"title\":\"a\",\"title\":\"b\"}", "{} {}",
        "<intervention/>", "{'title':'a'}"
      })
  void aBodyThatIsNone(String body) {
    Answer answer = postRaw("/api/v1/interventions", body);

    refused(answer);
    assertThat(mine()).isEmpty();
  }

  @Test
  void aTextLongerThanItsPlace() {
    Map<String, Object> order = Work.order(client, "x".repeat(20_000));

    refusedWithAPlace(claire.post("/api/v1/interventions", order));
  }

  @Test
  void tenMegabytes() {
    Answer answer =
        postRaw("/api/v1/interventions", "{\"title\":\"" + "x".repeat(10 << 20) + "\"}");

    answer.expect(413, "body-too-large");
  }

  @Test
  void deeplyNestedNonsense() {
    refused(postRaw("/api/v1/interventions", "[".repeat(100_000)));
    refused(postRaw("/api/v1/interventions", "{\"a\":".repeat(50_000)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/interventions?sort=password",
        "/api/v1/interventions?sort=createdAt;drop",
        "/api/v1/interventions?limit=0",
        "/api/v1/interventions?limit=101",
        "/api/v1/interventions?limit=many",
        "/api/v1/interventions?limit=-1",
        "/api/v1/interventions?limit=99999999999999",
        "/api/v1/interventions?cursor=nonsense",
        "/api/v1/interventions?cursor=%F0%9F%92%A9",
        "/api/v1/interventions?cursor=" + "QUJD",
        "/api/v1/interventions?from=yesterday",
        "/api/v1/interventions?from=2026-02-30T00:00:00Z",
        "/api/v1/interventions?status=NOWHERE",
        "/api/v1/interventions?category=NOWHERE",
        "/api/v1/interventions?urgency=NOWHERE",
        "/api/v1/interventions?clientId=x",
        "/api/v1/interventions?technicianId=1",
        "/api/v1/interventions?overdue=perhaps",
        "/api/v1/interventions?q=%00",
        "/api/v1/interventions/not-an-id",
        "/api/v1/interventions/0",
        "/api/v1/clients?cursor=nonsense",
        "/api/v1/clients?limit=x",
        "/api/v1/clients/not-an-id",
        "/api/v1/technicians/not-an-id/busy",
        "/api/v1/comments/not-an-id",
      })
  void aQuestionThatMakesNoSense(String target) {
    Answer answer = claire.get(target);

    refused(answer);
    assertThat(answer.status()).as(target).isIn(400, 404, 422);
  }

  @Test
  void aCursorOfAnotherQuestion() {
    Work.create(claire, client, "Premier");
    Work.create(claire, client, "Second");
    String cursor =
        claire
            .get("/api/v1/interventions?limit=1&clientId=" + client.id())
            .expect(200)
            .json()
            .path("nextCursor")
            .asString();

    refusedWithAPlace(claire.get("/api/v1/interventions?limit=1&urgency=HIGH&cursor=" + cursor));
  }

  @Test
  void aChangeThatMakesNoSense() {
    Work work = Work.create(claire, client, "Thermostat");
    String before = work.seenBy(claire).text();

    for (Map<String, ?> patch :
        List.of(
            Map.of("surprise", 1),
            Map.of("title", ""),
            Map.of("title", List.of()),
            Map.of("version", 7),
            Map.of("id", UUID.randomUUID()),
            Map.of("urgency", "VERY"),
            Map.of("siteId", UUID.randomUUID()),
            Map.of("technicianId", UUID.randomUUID()),
            Map.of("technicianId", claire.id()),
            Map.of("plannedStart", "2026-02-30T10:00:00Z"),
            Map.of("plannedStart", "tomorrow"))) {
      refusedWithAPlace(claire.patch(work.path(), "\"1\"", patch));
    }
    for (Map<String, ?> move :
        List.of(
            Map.of("to", "NOWHERE"),
            Map.of("to", 7),
            Map.of("reason", "without a goal"),
            Map.of("to", "SCHEDULED"),
            Map.of(
                "to", "SCHEDULED",
                "technicianId", company.paul.id(),
                "plannedStart", "2027-01-10T10:00:00Z",
                "plannedEnd", "2027-01-10T09:00:00Z"),
            Map.of(
                "to", "SCHEDULED",
                "technicianId", UUID.randomUUID(),
                "plannedStart", "2027-01-10T10:00:00Z",
                "plannedEnd", "2027-01-10T11:00:00Z"),
            Map.of("to", "CANCELLED"))) {
      refusedWithAPlace(claire.post(work.path() + "/transitions", "\"1\"", move));
    }
    refused(claire.post(work.path() + "/transitions", Map.of("to", "CANCELLED", "reason", "x")))
        .expect(428);
    refused(claire.patch(work.path(), "\"9\"", Map.of("title", "Autre"))).expect(412);
    refused(claire.patch(work.path(), "nine", Map.of("title", "Autre")));
    assertThat(work.seenBy(claire).text()).isEqualTo(before);
  }

  @Test
  void aCommentThatMakesNoSense() {
    Work work = Work.create(claire, client, "Compteur");

    for (Map<String, ?> comment :
        List.of(
            Map.of("body", "", "visibility", "PUBLIC"),
            Map.of("body", "  ", "visibility", "PUBLIC"),
            Map.of("body", "a\u0000b", "visibility", "PUBLIC"),
            Map.of("body", "x".repeat(100_000), "visibility", "PUBLIC"),
            Map.of("body", "a", "visibility", "SECRET"),
            Map.of("body", "a"),
            Map.of("body", "a", "visibility", "PUBLIC", "authorId", company.marc.id()))) {
      refusedWithAPlace(claire.post(work.path() + "/comments", comment));
    }
  }

  @Test
  void aPersonThatMakesNoSense() {
    for (Map<String, ?> person :
        List.of(
            Map.of("username", "x"),
            Map.of("username", "jean", "email", "no", "displayName", "Jean", "role", "ADMIN"),
            Map.of("username", "jean", "email", "j@x.fr", "displayName", "Jean", "role", "KING"),
            Map.of("username", "jean", "email", "j@x.fr", "displayName", "Jean", "role", "CLIENT"),
            Map.of(
                "username", "jean", "email", "j@x.fr", "displayName", "Jean", "role", "CLIENT",
                "clientId", UUID.randomUUID()))) {
      refusedWithAPlace(company.admin.post("/api/v1/users", person));
    }
  }

  @Test
  void theWrongTypeTheWrongVerbAndTheWrongPath() {
    claire
        .send(
            "POST",
            "/api/v1/interventions",
            BodyPublishers.ofString("title=a"),
            request -> request.header("Content-Type", "text/plain"))
        .expect(415);
    claire
        .send("PUT", "/api/v1/interventions", BodyPublishers.ofString("{}"), request -> request.header("Content-Type", "application/json"))
        .expect(405);
    claire.get("/api/v1/interventions/" + UUID.randomUUID() + "/nowhere").expect(404);
    claire.get("/api/v1/nowhere").expect(404, "not-found");
  }

  private Answer postRaw(String path, String body) {
    return claire.send(
        "POST",
        path,
        BodyPublishers.ofString(body),
        request -> request.header("Content-Type", "application/json"));
  }

  private List<String> mine() {
    return claire
        .get("/api/v1/interventions?clientId=" + client.id())
        .expect(200)
        .json()
        .path("items")
        .findValuesAsString("id");
  }

  private static Answer refused(Answer answer) {
    assertThat(answer.status()).as(answer.request() + "\n" + answer.text()).isBetween(400, 499);
    answer.expect(answer.status());
    assertThat(answer.text()).doesNotContain("Exception", "\tat ", "com.accordenergie", "SQL");
    return answer;
  }

  private static void refusedWithAPlace(Answer answer) {
    refused(answer);
    assertThat(answer.json().path("errors").valueStream())
        .as(answer.request() + "\n" + answer.text())
        .isNotEmpty()
        .allSatisfy(
            error -> {
              assertThat(error.path("pointer").asString()).isNotBlank();
              assertThat(error.path("detail").asString()).isNotBlank();
            });
  }
}
