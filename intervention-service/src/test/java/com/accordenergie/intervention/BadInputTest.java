package com.accordenergie.intervention;

import static java.time.temporal.ChronoUnit.HOURS;
import static org.assertj.core.api.Assertions.assertThat;

import com.accordenergie.platform.id.Ids;
import com.accordenergie.platform.identity.Caller;
import com.accordenergie.platform.test.Api;
import com.accordenergie.platform.test.ServiceTest;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Nonsense is answered with where it stands, and changes nothing. */
@ServiceTest
class BadInputTest {

  private static Cast cast;

  @Autowired Trade trade;
  @Autowired Api api;
  @Autowired JdbcClient jdbc;
  @Autowired UserServiceDouble userService;

  @BeforeEach
  void people() {
    if (cast == null) {
      cast = trade.cast();
    }
  }

  private int interventionsOfTheClient() {
    return jdbc.sql("select count(*) from intervention where client_id = ?")
        .param(Ids.bytes(cast.clientId()))
        .query(Integer.class)
        .single();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      quoteCharacter = '\'',
      delimiter = '|',
      value = {
        "title         | ''                                       | 422",
        "title         | '\"\"'                                   | 422",
        "title         | '\"   \"'                                | 422",
        "title         | null                                     | 422",
        "title         | 7                                        | 400",
        "title         | '[\"Chaudière\"]'                        | 400",
        "title         | '\"nul\\u0000\"'                         | 400",
        "description   | '{\"a\":1}'                              | 400",
        "urgency       | '\"SOON\"'                               | 422",
        "urgency       | '\"HIGH \"'                              | 422",
        "urgency       | '\"ÉLEVÉE\"'                             | 422",
        "urgency       | null                                     | 422",
        "urgency       | 3                                        | 400",
        "clientId      | '\"not-an-id\"'                          | 400",
        "clientId      | null                                     | 422",
        "clientId      | 12                                       | 400",
        "siteId        | '\"00000000-0000-0000-0000-000000000000\"' | 422",
        "siteId        | null                                     | 422",
        "reference     | '\"INT-2026-000001\"'                    | 400",
        "status        | '\"CLOSED\"'                             | 400",
        "version       | 12                                       | 400",
        "id            | '\"00000000-0000-0000-0000-000000000000\"' | 400",
        "createdAt     | '\"2020-01-01T00:00:00Z\"'               | 400"
      })
  void aCreationSaysWhichMemberIsWrong(String member, String value, int status) {
    int before = interventionsOfTheClient();
    String body =
        """
        {"clientId":"%s","siteId":"%s","title":"Chaudière en panne","description":"","urgency":"HIGH"}
        """
            .formatted(cast.clientId(), cast.site());
    String present = "\"" + member + "\":";
    String changed =
        body.contains(present)
            ? body.replaceFirst(
                present + "\"[^\"]*\"",
                value.isEmpty()
                    ? present + "\"\""
                    : java.util.regex.Matcher.quoteReplacement(present + value))
            : body.replace("{", "{" + present + value + ",");

    Answer answer = trade.post(cast.owner(), "/api/v1/interventions", changed);

    answer.is(status).pointsAt("#/" + member).isClean();
    assertThat(answer.type()).startsWith("application/problem+json");
    assertThat(interventionsOfTheClient()).isEqualTo(before);
  }

  /** What the lines do not tell is not told by what can be asked for. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "technicianId=00000000-0000-0000-0000-000000000000", "technicianId=x",
        "ownerId=00000000-0000-0000-0000-000000000000", "overdue=true", "overdue=false",
        "sort=dueAt", "sort=-dueAt"
      })
  void aClientIsOfferedNothingThatTheirLinesDoNotTell(String asked) {
    trade
        .get(cast.client(), "/api/v1/interventions?" + asked)
        .isProblem(400, "malformed-request")
        .pointsAt("?" + asked.substring(0, asked.indexOf('=')));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "null", "\"text\"", "{\"title\":\"a\",}", "{'title':'a'}"})
  void aBodyThatIsNoObjectIsMalformed(String body) {
    trade.post(cast.owner(), "/api/v1/interventions", body).isProblem(400, "malformed-request");
  }

  @Test
  void textsHaveABound() {
    Map<String, Object> request = trade.request(cast);
    request.put("title", "x".repeat(201));
    request.put("description", "x".repeat(4001));
    trade
        .post(cast.owner(), "/api/v1/interventions", request)
        .is(422)
        .pointsAt("#/title")
        .pointsAt("#/description");
    request.put("title", "é".repeat(200));
    request.put("description", "🔥".repeat(2000));
    trade.post(cast.owner(), "/api/v1/interventions", request).is(201);
  }

  @Test
  void tenMegabytesAreNotRead() {
    Map<String, Object> request = trade.request(cast);
    request.put("description", "x".repeat(10_000_000));
    trade.post(cast.owner(), "/api/v1/interventions", request).isProblem(413, "body-too-large");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      quoteCharacter = '\'',
      delimiter = '|',
      value = {
        "plannedStart   | '\"2026-02-30T10:00:00Z\"' | 400",
        "plannedStart   | '\"tomorrow\"'             | 400",
        "plannedStart   | '\"2026-12-01T10:00:00\"'  | 400",
        "plannedStart   | 1764583200                 | 400",
        "plannedStart   | '\"9999-12-01T10:00:00Z\"' | 400",
        "technicianId   | '\"x\"'                    | 400",
        "to             | null                       | 422",
        "to             | 5                          | 400",
        "reason         | '[]'                       | 400",
        "statusId       | 2                          | 400"
      })
  void aTransitionSaysWhichMemberIsWrong(String member, String value, int status) {
    UUID id = trade.newIntervention(cast);
    String body =
        """
        {"to":"SCHEDULED","technicianId":"%s","plannedEnd":"2027-01-01T10:00:00Z"}
        """
            .formatted(cast.technician().id());
    String present = "\"" + member + "\":";
    String changed =
        body.contains(present)
            ? body.replaceFirst(
                present + "\"[^\"]*\"", java.util.regex.Matcher.quoteReplacement(present + value))
            : body.replace("{", "{" + present + value + ",");

    trade
        .send(cast.owner(), HttpMethod.POST, "/api/v1/interventions/" + id + "/transitions", 1L, changed)
        .is(status)
        .pointsAt("#/" + member)
        .isClean();
    assertThat(trade.version(id)).isEqualTo(1);
  }

  @Test
  void foreignIdsInEveryReferenceAreRefusedWhereTheyStand() {
    Map<String, Object> request = trade.request(cast);
    refused(request, "clientId", UUID.randomUUID(), "#/clientId");
    refused(request, "siteId", UUID.randomUUID(), "#/siteId");
    refused(request, "siteId", cast.otherSite(), "#/siteId");

    UUID id = trade.newIntervention(cast);
    for (UUID nobody :
        new UUID[] {UUID.randomUUID(), cast.owner().id(), cast.client().id(), cast.admin().id()}) {
      trade
          .move(cast.owner(), id, Map.of("to", "ASSIGNED", "technicianId", nobody))
          .is(422)
          .pointsAt("#/technicianId");
    }
    for (UUID nobody : new UUID[] {UUID.randomUUID(), cast.technician().id(), cast.client().id()}) {
      trade.change(cast.admin(), id, Map.of("ownerId", nobody)).is(422).pointsAt("#/ownerId");
    }
    trade.change(cast.owner(), id, Map.of("siteId", cast.otherSite())).is(422).pointsAt("#/siteId");
    trade.change(cast.owner(), id, Map.of("urgency", "SOON")).is(422).pointsAt("#/urgency");
    assertThat(trade.version(id)).isEqualTo(1);
  }

  private void refused(Map<String, Object> request, String member, UUID value, String pointer) {
    Map<String, Object> body = new HashMap<>(request);
    body.put(member, value);
    trade.post(cast.owner(), "/api/v1/interventions", body).is(422).pointsAt(pointer);
  }

  @Test
  void whoHasLeftIsNotAssigned() {
    Cast others = trade.cast();
    trade.tellPerson(others.technician(), false, 2);
    trade.awaitKnown("person", others.technician().id(), 2);
    UUID id = trade.newIntervention(others);

    trade
        .move(others.owner(), id, Map.of("to", "ASSIGNED", "technicianId", others.technician().id()))
        .is(422)
        .pointsAt("#/technicianId");
  }

  @Test
  void whoHasLeftKeepsNoAppointmentsToCome() {
    Cast others = trade.cast();
    UUID assigned = trade.interventionIn("ASSIGNED", others);
    UUID scheduled = trade.interventionIn("SCHEDULED", others);
    trade.tellPerson(others.technician(), false, 2);
    trade.awaitKnown("person", others.technician().id(), 2);
    Instant start = trade.freshTime();
    Map<String, Object> slot = Map.of("plannedStart", start, "plannedEnd", start.plus(1, HOURS));
    Map<String, Object> appointment = new HashMap<>(slot);
    appointment.put("to", "SCHEDULED");

    trade.move(others.owner(), assigned, appointment).is(422).pointsAt("#/technicianId");
    trade.change(others.owner(), scheduled, slot).is(422).pointsAt("#/technicianId");
    Map<String, Object> replaced = new HashMap<>(slot);
    replaced.put("technicianId", others.otherTechnician().id());
    trade.change(others.owner(), scheduled, replaced).is(200);
  }

  @Test
  void aRetiredClientOrSiteGetsNoNewIntervention() {
    Cast others = trade.cast();
    trade.tellSite(others.clientId(), others.site(), false, 2);
    trade.awaitKnown("site", others.site(), 2);
    trade.post(others.owner(), "/api/v1/interventions", trade.request(others)).is(422).pointsAt("#/siteId");
    trade.tellClient(others.otherClientId(), "Clinique Saint-Roch", false, 2);
    trade.awaitKnown("client", others.otherClientId(), 2);
    Map<String, Object> request = trade.request(others);
    request.put("clientId", others.otherClientId());
    request.put("siteId", others.otherSite());
    trade.post(others.owner(), "/api/v1/interventions", request).is(422).pointsAt("#/clientId");
  }

  @Test
  void aPatchCannotEmptyWhatIsNeeded() {
    UUID id = trade.newIntervention(cast);
    for (String member : new String[] {"title", "urgency", "siteId"}) {
      Map<String, Object> patch = new HashMap<>();
      patch.put(member, null);
      trade.change(cast.owner(), id, patch).is(422).pointsAt("#/" + member);
    }
    trade.change(cast.owner(), id, Map.of("status", "CLOSED")).is(400).pointsAt("#/status");
    trade.change(cast.owner(), id, Map.of("reference", "INT-2026-000001")).is(400);
    trade.change(cast.owner(), id, Map.of("title", "x".repeat(201))).is(422).pointsAt("#/title");
    assertThat(trade.version(id)).isEqualTo(1);
  }

  @Test
  void everyWriteSaysWhatItBuildsOn() {
    UUID id = trade.newIntervention(cast);
    String uri = "/api/v1/interventions/" + id;
    var owner = api.as(cast.owner());
    trade
        .send(owner, HttpMethod.PATCH, uri, Map.of(), Map.of("title", "Autre"))
        .isProblem(428, "version-required");
    trade
        .send(owner, HttpMethod.POST, uri + "/transitions", Map.of(), Map.of("to", "CANCELLED", "reason", "x"))
        .isProblem(428, "version-required");
    trade
        .send(owner, HttpMethod.PATCH, uri, Map.of("If-Match", "one"), Map.of("title", "Autre"))
        .is(400);
    trade.change(cast.owner(), id, 7, Map.of("title", "Autre")).isProblem(412, "stale-version");
    assertThat(trade.version(id)).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/interventions/not-an-id",
        "/api/v1/interventions/%00",
        "/api/v1/technicians/x/busy?from=2026-01-01T00:00:00Z&to=2026-01-02T00:00:00Z",
        "/api/v1/technicians/00000000-0000-0000-0000-000000000000/busy",
        "/api/v1/technicians/00000000-0000-0000-0000-000000000000/busy?from=x&to=y",
        "/api/v1/transitions/x",
        "/api/v1/statuses/%00",
        "/api/v1/nothing"
      })
  void anAddressThatMeansNothing(String uri) {
    Answer answer = trade.get(cast.owner(), uri);

    assertThat(answer.status()).as(answer.text()).isIn(400, 404);
    answer.isClean();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "?cursor=x", "?limit=0", "?limit=101", "?limit=x", "?asOf=yesterday", "?asOf=-0001-01-01T00:00:00Z"
      })
  void aHistoryIsAskedForProperly(String query) {
    UUID id = trade.newIntervention(cast);

    trade
        .get(cast.owner(), "/api/v1/interventions/" + id + "/history" + query)
        .isProblem(400, "malformed-request");
  }

  @Test
  void whenThePeopleCannotBeAskedItSaysSo() {
    Map<String, Object> request = trade.request(cast);
    request.put("clientId", UUID.randomUUID());
    Caller owner = cast.owner();
    try {
      userService.isAway(true);
      trade.post(owner, "/api/v1/interventions", request).isProblem(503, "temporarily-unavailable");
    } finally {
      userService.isAway(false);
    }
  }
}
