package com.accordenergie.user.partner.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.accordenergie.platform.id.Ids;
import com.accordenergie.platform.test.Api;
import com.accordenergie.platform.test.CapturedEvent;
import com.accordenergie.platform.test.CapturedEvents;
import com.accordenergie.platform.test.ServiceTest;
import com.accordenergie.user.Office;
import com.accordenergie.user.partner.PublicEventType;
import com.standardwebhooks.Webhook;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/** What an admin does with a partner's webhooks. */
@ServiceTest
class WebhookAdminTest {

  /** Nobody is there. */
  private static final String URL = "http://127.0.0.1:65535/events";

  @Autowired Office office;
  @Autowired Api api;
  @Autowired JdbcClient jdbc;
  @Autowired CapturedEvents events;

  private UUID partner;
  private String webhooks;

  @BeforeEach
  void aPartner() {
    partner = Office.id(office.create(Office.PARTNERS, Office.partner(office.takeOn())));
    webhooks = Setup.webhooksOf(partner);
  }

  private JsonNode create(Map<String, ?> wanted) {
    return office.create(webhooks, wanted);
  }

  private String uri(JsonNode webhook) {
    return webhooks + "/" + Office.id(webhook);
  }

  private static JsonNode refused(RestTestClient.ResponseSpec answer, int status) {
    answer.expectStatus().isEqualTo(status);
    return Office.json(answer);
  }

  private static String pointer(JsonNode problem) {
    return problem.required("errors").get(0).required("pointer").asString();
  }

  @Test
  void itsSecretIsShownOnceAndKeptLocked() throws Exception {
    JsonNode made = create(Map.of("url", URL));
    String secret = made.required("secret").asString();
    new Webhook(secret);
    byte[] bare = Base64.getDecoder().decode(secret.substring("whsec_".length()));
    assertThat(bare).hasSize(32);

    JsonNode read = office.read(uri(made));
    assertThat(read.required("url").asString()).isEqualTo(URL);
    assertThat(read.required("state").asString()).isEqualTo("ACTIVE");
    assertThat(read.toString() + office.read(webhooks)).doesNotContain("secret\"", secret);
    byte[] kept =
        jdbc.sql("select secret from partner_webhook where id = ?")
            .param(Ids.bytes(Office.id(made)))
            .query(byte[].class)
            .single();
    assertThat(new String(kept, StandardCharsets.ISO_8859_1))
        .doesNotContain(new String(bare, StandardCharsets.ISO_8859_1));
  }

  @Test
  void aRepeatedRequestMakesOneWebhookAndShowsTheSameSecret() {
    String key = UUID.randomUUID().toString();
    String first = Office.text(office.postOnce(office.admin(), webhooks, Map.of("url", URL), key));
    String again = Office.text(office.postOnce(office.admin(), webhooks, Map.of("url", URL), key));
    assertThat(again).isEqualTo(first).contains("whsec_");
    assertThat(office.read(webhooks).required("items").size()).isOne();
    String kept =
        jdbc.sql("select body from idempotency_key where idempotency = ?")
            .param(key)
            .query((row, number) -> new String(row.getBytes(1), StandardCharsets.ISO_8859_1))
            .single();
    assertThat(kept).doesNotContain("whsec_");
  }

  @Test
  void whatBecomesOfItIsToldAndWrittenDownWithoutWhereExactlyItIsCalled() {
    JsonNode made = create(Map.of("url", URL + "?key=CANARY"));
    UUID webhook = Office.id(made);
    office.change(uri(made), 1, Map.of("eventTypes", List.of("comment.added")));
    office.change(uri(made), 2, Map.of("state", "PAUSED"));
    office.change(uri(made), 3, Map.of("state", "ACTIVE"));
    office
        .post(office.admin(), uri(made) + "/secret", Map.of("overlap", "PT1H"))
        .expectStatus()
        .isOk();
    office.delete(office.admin(), uri(made), 5).expectStatus().isNoContent();

    List<CapturedEvent> told = events.awaitSequence(webhook, 6);
    List<String> turns =
        List.of(
            "partner.webhook-created",
            "partner.webhook-updated",
            "partner.webhook-paused",
            "partner.webhook-resumed",
            "partner.webhook-secret-replaced",
            "partner.webhook-deleted");
    assertThat(told).extracting(CapturedEvent::routingKey).containsExactlyElementsOf(turns);
    assertThat(told).extracting(CapturedEvent::subject).containsOnly(partner);
    assertThat(told.toString()).doesNotContain("CANARY", "whsec_");
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                assertThat(office.read("/api/v1/audit?subjectId=" + partner).required("items"))
                    .filteredOn(entry -> entry.required("label").asString().equals("127.0.0.1"))
                    .extracting(entry -> entry.required("type").asString())
                    .containsExactlyElementsOf(turns.reversed()));
  }

  @Test
  void itIsChangedByWhoeverKnowsItsVersion() {
    JsonNode made = create(Map.of("url", URL, "eventTypes", List.of("comment.added")));
    JsonNode changed =
        office.change(
            uri(made),
            1,
            Map.of("url", URL + "/2", "eventTypes", List.of(), "state", "PAUSED"));
    assertThat(changed.required("version").asLong()).isEqualTo(2);
    assertThat(changed.required("eventTypes").isEmpty()).isTrue();
    assertThat(changed.required("state").asString()).isEqualTo("PAUSED");
    assertThat(office.change(uri(made), 2, Map.of("state", "PAUSED")).required("version").asLong())
        .as("nothing changed")
        .isEqualTo(2);

    office
        .patch(office.admin(), uri(made), 1, Map.of("state", "ACTIVE"))
        .expectStatus()
        .isEqualTo(412);
    office.delete(office.admin(), uri(made), 1).expectStatus().isEqualTo(412);
    office.delete(office.admin(), uri(made), 2).expectStatus().isNoContent();
    office.get(office.admin(), uri(made)).expectStatus().isNotFound();
    office.delete(office.admin(), uri(made), 2).expectStatus().isNotFound();
    assertThat(office.read(webhooks).required("items").isEmpty()).isTrue();
  }

  @Test
  void fiveAreEnough() {
    List<JsonNode> five =
        Stream.generate(() -> create(Map.of("url", URL))).limit(5).toList();
    JsonNode problem = refused(office.post(office.admin(), webhooks, Map.of("url", URL)), 409);
    assertThat(problem.required("type").asString())
        .isEqualTo("urn:accord:problem:too-many-webhooks");
    office.delete(office.admin(), uri(five.get(2)), 1).expectStatus().isNoContent();
    create(Map.of("url", URL));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://10.0.0.1/",
        "https://169.254.169.254/latest/meta-data",
        "https://[::1]:8443/",
        "https://[fd00:ec2::254]/",
        "https://[::ffff:192.168.0.1]/",
        "https://[64:ff9b::a00:1]/",
        "https://localhost6.invalid/",
        "https://nowhere.invalid/",
        "https://0.0.0.0/",
        "https://2130706434/",
        "https://user:secret@1.1.1.1/",
        "https://1.1.1.1:25/",
        "ftp://1.1.1.1/",
        "events",
        ""
      })
  void anAddressThatIsNeverCalledIsRefusedAtOnce(String url) {
    JsonNode problem = refused(office.post(office.admin(), webhooks, Map.of("url", url)), 422);
    assertThat(pointer(problem)).isEqualTo("#/url");
    JsonNode made = create(Map.of("url", URL));
    problem = refused(office.patch(office.admin(), uri(made), 1, Map.of("url", url)), 422);
    assertThat(pointer(problem)).isEqualTo("#/url");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'surprise': 1              | 400 | #/surprise",
        "'url': 5                   | 400 | #/url",
        "'eventTypes': 'x'          | 400 | #/eventTypes",
        "'url': null                | 422 | #/url",
        "'eventTypes': [null]       | 422 | #/eventTypes/0",
        "'eventTypes': ['user.created'] | 422 | #/eventTypes/0"
      })
  void whatIsImpossibleIsRefusedAndSaysWhere(String member, int status, String pointer) {
    String rest = member.startsWith("'url'") ? "" : ",\"url\":\"" + URL + "\"";
    String body = "{" + member.replace('\'', '"') + rest + "}";
    assertThat(pointer(refused(office.post(office.admin(), webhooks, body), status)))
        .isEqualTo(pointer);
  }

  @Test
  void theTypesThereAreAreSaid() {
    JsonNode problem =
        refused(
            office.post(
                office.admin(), webhooks, Map.of("url", URL, "eventTypes", List.of("nothing"))),
            422);
    assertThat(problem.toString()).contains(PublicEventType.labels().toArray(String[]::new));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "secret            | 'overlap': 'P8D'                   | 422 | #/overlap",
        "secret            | 'overlap': '-PT1S'                 | 422 | #/overlap",
        "secret            | 'overlap': 'soon'                  | 400 | #/overlap",
        "deliveries/replay | 'to': '2026-01-01T00:00:00Z'       | 422 | #/from",
        "deliveries/replay | 'state': 'WAITING'                 | 422 | #/state",
        "deliveries/replay | 'state': 'GONE'                    | 400 | #/state",
        "deliveries/replay | 'from': 'yesterday'                | 400 | #/from",
        "deliveries/replay | 'from': '2199-01-01T00:00:00Z'     | 422 | #/from",
        "deliveries/replay | 'from': '2026-02-01T00:00:00Z', 'to': '2026-01-01T00:00:00Z' | 422 | #/to"
      })
  void whatIsAskedOfItHasToMakeSense(String what, String members, int status, String pointer) {
    JsonNode made = create(Map.of("url", URL));
    String body = "{" + members.replace('\'', '"') + "}";
    assertThat(
            pointer(refused(office.post(office.admin(), uri(made) + "/" + what, body), status)))
        .isEqualTo(pointer);
  }

  @Test
  void deliveriesArePagedInEveryChoice() {
    JsonNode made = create(Map.of("url", URL));
    office.change(uri(made), 1, Map.of("state", "PAUSED"));
    for (int i = 0; i < 7; i++) {
      office.post(office.admin(), uri(made) + "/test", Map.of()).expectStatus().isAccepted();
    }
    String deliveries = uri(made) + "/deliveries";
    for (int limit : List.of(1, 3, 100)) {
      for (String query :
          List.of("", "?state=WAITING", "?subject=" + Office.id(made), "?state=WAITING&subject=" + Office.id(made))) {
        assertThat(office.all(office.admin(), deliveries + query, limit))
            .hasSize(7)
            .isSortedAccordingTo(
                (one, other) ->
                    other.required("createdAt").asString().compareTo(one.required("createdAt").asString()));
      }
      assertThat(office.all(office.admin(), deliveries + "?state=FAILED", limit)).isEmpty();
    }
    assertThat(
            office.all(office.admin(), deliveries, 100).stream()
                .filter(one -> !one.required("nextAttemptAt").isNull()))
        .as("the others wait for it")
        .hasSize(1);
    for (String query : List.of("?state=GONE", "?subject=x", "?surprise=1", "?cursor=x")) {
      office.get(office.admin(), deliveries + query).expectStatus().isBadRequest();
    }
  }

  @Test
  void aRetiredPartnerGetsNone() {
    office.delete(office.admin(), Office.PARTNERS + "/" + partner, 1).expectStatus().isNoContent();
    JsonNode problem = refused(office.post(office.admin(), webhooks, Map.of("url", URL)), 409);
    assertThat(problem.required("type").asString())
        .isEqualTo("urn:accord:problem:partner-retired");
  }

  @Test
  void nobodyChangesWhatTheyHaveNotRead() {
    JsonNode made = create(Map.of("url", URL));
    for (HttpMethod method : List.of(HttpMethod.PATCH, HttpMethod.DELETE)) {
      office
          .send(
              api.as(office.admin()),
              method,
              uri(made),
              method == HttpMethod.PATCH ? Map.of() : null,
              null)
          .expectStatus()
          .isEqualTo(428);
    }
  }
}
