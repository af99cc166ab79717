package com.accordenergie.user.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.accordenergie.platform.test.Api;
import com.accordenergie.platform.test.CapturedEvent;
import com.accordenergie.platform.test.CapturedEvents;
import com.accordenergie.platform.test.ServiceTest;
import com.accordenergie.user.Office;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From the first handshake to the last: what an admin does with a partner, and who hears of it. */
@ServiceTest
class PartnerLifeTest {

  @Autowired Office office;
  @Autowired CapturedEvents events;
  @Autowired Api api;

  private static String uri(UUID partner) {
    return Office.PARTNERS + "/" + partner;
  }

  private UUID partnerOf(UUID... clients) {
    return Office.id(office.create(Office.PARTNERS, Office.partner(clients)));
  }

  @Test
  void everyTurnIsToldWithTheWholeState() {
    UUID client = office.takeOn();
    Map<String, Object> wanted = Office.partner(client);
    wanted.put("contactEmail", " Support@Exemple.FR ");
    wanted.put("eventTypes", List.of("comment.added", "comment.added"));
    JsonNode created = office.create(Office.PARTNERS, wanted);
    UUID id = Office.id(created);
    assertThat(created.required("state").asString()).isEqualTo("ACTIVE");
    assertThat(created.required("contactEmail").asString()).isEqualTo("support@exemple.fr");

    office.change(uri(id), 1, Map.of("clientIds", List.of(), "eventTypes", List.of()));
    office.change(uri(id), 2, Map.of("state", "SUSPENDED"));
    office.change(uri(id), 3, Map.of("state", "SUSPENDED"));
    office.change(uri(id), 3, Map.of("state", "ACTIVE", "name", "Autre " + Office.fresh()));
    office.delete(office.admin(), uri(id), 4).expectStatus().isNoContent();

    List<CapturedEvent> told = events.awaitSequence(id, 5);
    assertThat(told)
        .extracting(CapturedEvent::routingKey)
        .containsExactly(
            "partner.created",
            "partner.updated",
            "partner.suspended",
            "partner.resumed",
            "partner.retired");
    JsonNode first = told.getFirst().data();
    assertThat(first.required("clientIds").get(0).asString()).isEqualTo(client.toString());
    assertThat(first.required("eventTypes").size()).isOne();
    assertThat(first.required("changedBy").required("id").asString())
        .isEqualTo(office.admin().id().toString());
    assertThat(told.getLast().data().required("state").asString()).isEqualTo("RETIRED");
  }

  @Test
  void theJournalTellsOfItToo() {
    UUID id = partnerOf();
    office.change(uri(id), 1, Map.of("state", "SUSPENDED"));
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                assertThat(
                        office
                            .all(office.admin(), "/api/v1/audit?kind=PARTNER&subjectId=" + id, 50)
                            .stream()
                            .map(entry -> entry.required("type").asString()))
                    .containsExactly("partner.suspended", "partner.created"));
  }

  @Test
  void oneNameIsOnePartnersUntilItIsRetired() {
    Map<String, Object> wanted = Office.partner();
    UUID id = Office.id(office.create(Office.PARTNERS, wanted));

    var refused = office.post(office.admin(), Office.PARTNERS, wanted);
    refused.expectStatus().isEqualTo(409);
    assertThat(Office.text(refused)).contains("urn:accord:problem:already-taken", "#/name");
    office.delete(office.admin(), uri(id), 1).expectStatus().isNoContent();
    office.create(Office.PARTNERS, wanted);
  }

  @Test
  void retiredIsForGood() {
    UUID id = partnerOf();
    office.delete(office.admin(), uri(id), 1).expectStatus().isNoContent();
    office.delete(office.admin(), uri(id), 2).expectStatus().isNoContent();

    for (Map<String, ?> patch :
        List.of(Map.of("state", "ACTIVE"), Map.of("name", "Encore"), Map.of("state", "SUSPENDED"))) {
      var refused = office.patch(office.admin(), uri(id), 2, patch);
      refused.expectStatus().isEqualTo(409);
      assertThat(Office.text(refused)).contains("urn:accord:problem:partner-retired");
    }
    assertThat(events.awaitSequence(id, 2)).hasSize(2);
  }

  @Test
  void whatIsNotThereIsNotGiven() {
    UUID known = office.takeOn();
    UUID unknown = UUID.randomUUID();
    Map<String, Object> wanted = Office.partner(known, unknown);
    JsonNode problem = refused(office.post(office.admin(), Office.PARTNERS, wanted), 422);
    assertThat(problem.required("errors").get(0).required("pointer").asString())
        .isEqualTo("#/clientIds/1");

    wanted = Office.partner(known);
    wanted.put("eventTypes", List.of("comment.added", "user.created"));
    problem = refused(office.post(office.admin(), Office.PARTNERS, wanted), 422);
    JsonNode error = problem.required("errors").get(0);
    assertThat(error.required("pointer").asString()).isEqualTo("#/eventTypes/1");
    assertThat(error.required("detail").asString())
        .contains(PublicEventType.labels().toArray(String[]::new))
        .doesNotContain("user.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'surprise': 1                     | 400 | #/surprise",
        "'state': 'SUSPENDED'              | 400 | #/state",
        "'name': 5                         | 400 | #/name",
        "'clientIds': 'x'                  | 400 | #/clientIds",
        "'clientIds': ['x']                | 400 | #/clientIds/0",
        "'name': ''                        | 422 | #/name",
        "'name': null                      | 422 | #/name",
        "'contactEmail': 'nobody'          | 422 | #/contactEmail",
        "'clientIds': [null]               | 422 | #/clientIds/0",
        "'eventTypes': [null]              | 422 | #/eventTypes/0",
        "'eventTypes': ['']                | 422 | #/eventTypes/0"
      })
  void whatIsImpossibleIsRefusedAndSaysWhere(String member, int status, String pointer) {
    Map<String, Object> rest = new HashMap<>(Office.partner());
    rest.remove(member.substring(1, member.indexOf('\'', 1)));
    String json = new JsonMapper().writeValueAsString(rest);
    String body = "{" + member.replace('\'', '"') + (rest.isEmpty() ? "" : ",") + json.substring(1);

    JsonNode problem = refused(office.post(office.admin(), Office.PARTNERS, body), status);

    assertThat(problem.required("errors").get(0).required("pointer").asString()).isEqualTo(pointer);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'state': null      | 422 | #/state",
        "'state': 'RETIRED' | 422 | #/state",
        "'state': 'GONE'    | 400 | #/state",
        "'name': null       | 422 | #/name",
        "'id': 'x'          | 400 | #/id"
      })
  void noChangeMakesItImpossible(String member, int status, String pointer) {
    UUID id = partnerOf();
    JsonNode problem =
        refused(
            office.patch(office.admin(), uri(id), 1, "{" + member.replace('\'', '"') + "}"),
            status);
    assertThat(problem.required("errors").get(0).required("pointer").asString()).isEqualTo(pointer);
    assertThat(office.read(uri(id)).required("version").asLong()).isOne();
  }

  @Test
  void nobodyOverwritesWhatAnotherHasChanged() {
    UUID id = partnerOf();
    office.change(uri(id), 1, Map.of("name", "Autre " + Office.fresh()));
    office.patch(office.admin(), uri(id), 1, Map.of("name", "Tard")).expectStatus().isEqualTo(412);
    office
        .send(api.as(office.admin()), HttpMethod.PATCH, uri(id), Map.of("name", "Sans"), null)
        .expectStatus()
        .isEqualTo(428);
  }

  @Test
  void aRepeatedRequestTakesOnOnePartner() {
    Map<String, Object> wanted = Office.partner();
    String key = UUID.randomUUID().toString();
    String first = Office.text(office.postOnce(office.admin(), Office.PARTNERS, wanted, key));
    String again = Office.text(office.postOnce(office.admin(), Office.PARTNERS, wanted, key));
    assertThat(again).isEqualTo(first);
  }

  @Test
  void pagesShowEachOnceInEveryOrder() {
    String word = Office.fresh();
    for (int i = 0; i < 7; i++) {
      Map<String, Object> wanted = Office.partner();
      wanted.put("name", word + " " + (char) ('g' - i));
      office.create(Office.PARTNERS, wanted);
    }
    for (int limit : List.of(1, 3, 100)) {
      assertThat(names("?q=" + word, limit, word)).hasSize(7);
      assertThat(names("?sort=name", limit, word)).hasSize(7).isSorted();
      assertThat(names("?state=ACTIVE&sort=-createdAt", limit, word)).hasSize(7).isSorted();
      assertThat(names("?state=SUSPENDED", limit, word)).isEmpty();
    }
    for (String query : List.of("?sort=age", "?state=GONE", "?q=a&sort=name", "?surprise=1")) {
      office.get(office.admin(), Office.PARTNERS + query).expectStatus().isBadRequest();
    }
  }

  private List<String> names(String query, int limit, String word) {
    return office.all(office.admin(), Office.PARTNERS + query, limit).stream()
        .map(partner -> partner.required("name").asString())
        .filter(name -> name.startsWith(word))
        .toList();
  }

  private static JsonNode refused(
      RestTestClient.ResponseSpec answer, int status) {
    answer.expectStatus().isEqualTo(status);
    return Office.json(answer);
  }
}
