package com.accordenergie.comment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.accordenergie.platform.id.Ids;
import com.accordenergie.platform.identity.Caller;
import com.accordenergie.platform.identity.Role;
import com.accordenergie.platform.test.Api;
import com.accordenergie.platform.test.ServiceTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What this service knows of interventions can be made once more from the events, and put right. */
@ServiceTest
class ProjectionTest {

  private static final String PROJECTION =
      "/api/v1/consumers/comment-service/projections/comment-service.interventions";

  @Autowired Scenes scenes;
  @Autowired Api api;
  @Autowired Interventions interventions;
  @Autowired JdbcClient jdbc;

  @Test
  void whatDiffersFromTheEventsIsFoundAndPutRightWhileEventsGoOn() throws InterruptedException {
    Scene wrong = scenes.intervention();
    Scene gone = scenes.intervention();
    Scene ahead = scenes.intervention();
    Intervention scheduled = changed(wrong, 2);
    scenes.tell(Told.STATUS_CHANGED, scheduled, statusChange(scheduled));
    JsonNode thread = scenes.thread(wrong.client(), wrong.id());
    jdbc.sql("update intervention set owner_id = ? where id = ?")
        .params(Columns.of(Ids.next()), Columns.of(wrong.id()))
        .update();
    long missing = table(rebuild(false), "thread_entry").path("missing").asLong();
    int deleted =
        jdbc.sql("delete from thread_entry where intervention_id = ?")
            .param(Columns.of(wrong.id()))
            .update();
    jdbc.sql("delete from intervention where id = ?").param(Columns.of(gone.id())).update();
    jdbc.sql("update intervention set sequence = 9 where id = ?")
        .param(Columns.of(ahead.id()))
        .update();
    Scene invented = Scene.fresh();
    interventions.learn(invented.intervention());

    JsonNode compared = rebuild(false);
    assertThat(kinds(compared, "intervention", wrong)).isEqualTo("DIFFERENT [\"owner_id\"]");
    assertThat(kinds(compared, "intervention", gone)).isEqualTo("MISSING []");
    assertThat(kinds(compared, "intervention", invented)).isEqualTo("EXTRA []");
    assertThat(table(compared, "thread_entry").path("missing").asLong())
        .isEqualTo(missing + deleted);
    assertThat(deleted).isPositive();
    assertThat(interventions.find(gone.id())).as("nothing is touched yet").isEmpty();

    var telling =
        Thread.ofVirtual()
            .start(
                () -> {
                  for (int i = 0; i < 20; i++) {
                    scenes.intervention();
                  }
                });
    JsonNode repaired = rebuild(true);
    telling.join(Duration.ofSeconds(60));
    assertThat(table(repaired, "intervention").path("repaired").asLong()).isGreaterThanOrEqualTo(2);
    assertThat(interventions.find(wrong.id())).contains(scheduled);
    assertThat(interventions.find(gone.id())).contains(gone.intervention());
    assertThat(scenes.thread(wrong.client(), wrong.id())).isEqualTo(thread);
    assertThat(interventions.find(invented.id())).as("what may be older than the log").isPresent();
    assertThat(interventions.find(ahead.id()).orElseThrow().sequence())
        .as("what the log does not tell any more")
        .isEqualTo(9);

    JsonNode again = rebuild(false);
    assertThat(kinds(again, "intervention", wrong)).isEmpty();
    assertThat(kinds(again, "intervention", gone)).isEmpty();
    assertThat(table(again, "thread_entry").path("missing").asLong()).isZero();
  }

  @Test
  void itIsForAdminsAndForProjectionsThatAreThere() {
    admin()
        .get()
        .uri("/api/v1/consumers/comment-service/projections/no.such/comparison")
        .exchange()
        .expectStatus()
        .isNotFound();
    api.as(new Caller(Ids.next(), Role.DISPATCHER, null))
        .get()
        .uri(PROJECTION + "/comparison")
        .exchange()
        .expectStatus()
        .isForbidden();
  }

  private JsonNode rebuild(boolean repair) {
    admin()
        .post()
        .uri(PROJECTION + "/rebuild")
        .contentType(MediaType.APPLICATION_JSON)
        .body(Map.of("repair", repair))
        .exchange()
        .expectStatus()
        .isAccepted();
    await()
        .atMost(Duration.ofSeconds(180))
        .pollInterval(Duration.ofMillis(100))
        .until(() -> !report().path("state").asString().equals("RUNNING"));
    assertThat(report().path("state").asString()).as(report().toString()).isEqualTo("DONE");
    return report();
  }

  private JsonNode report() {
    return new JsonMapper()
        .readTree(
            admin()
                .get()
                .uri(PROJECTION + "/comparison")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
  }

  private static JsonNode table(JsonNode report, String name) {
    return report
        .path("tables")
        .valueStream()
        .filter(table -> table.path("table").asString().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** How the row of the intervention differs; empty when it does not. */
  private static String kinds(JsonNode report, String table, Scene scene) {
    String id = scene.id().toString().replace("-", "");
    return table(report, table)
        .path("examples")
        .valueStream()
        .filter(example -> example.path("key").path(0).asString().equals(id))
        .map(example -> example.path("kind").asString() + " " + example.path("columns"))
        .findFirst()
        .orElse("");
  }

  private static Intervention changed(Scene scene, long sequence) {
    Intervention first = scene.intervention();
    return new Intervention(
        first.id(), first.reference(), first.clientId(), first.ownerId(), first.technicianId(),
        "SCHEDULED", first.createdAt(), sequence);
  }

  private static Map<String, Object> statusChange(Intervention after) {
    return Told.statusChange(
        after,
        after.ownerId(),
        "DISPATCHER",
        Instant.parse("2026-06-01T08:00:00Z"),
        Told.transition(
            Told.status("NEW", "Nouvelle", "Demande enregistrée"),
            Told.status(after.status(), "Planifiée", "Rendez-vous fixé"),
            null,
            null));
  }

  private RestTestClient admin() {
    return api.as(new Caller(Ids.next(), Role.ADMIN, null));
  }
}
