package com.accordenergie.intervention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.accordenergie.intervention.work.Changing;
import com.accordenergie.platform.identity.Caller;
import com.accordenergie.platform.test.CapturedEvents;
import com.accordenergie.platform.test.ServiceTest;
import com.accordenergie.platform.test.SqlStatements;
import com.accordenergie.platform.test.TestClock;
import com.accordenergie.platform.web.IfMatch;
import com.accordenergie.platform.web.Patch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Nothing that happened is forgotten. */
@ServiceTest
class HistoryTest {

  private static final List<String> FIELDS =
      List.of(
          "title", "description", "siteId", "ownerId", "technicianId", "plannedStart", "plannedEnd",
          "actualStart", "actualEnd", "report");

  private Cast cast;

  @Autowired Trade trade;
  @Autowired TestClock clock;
  @Autowired SqlStatements statements;
  @Autowired CapturedEvents events;
  @Autowired Changing changing;
  @Autowired TransactionTemplate transaction;

  @BeforeEach
  void people() {
    cast = trade.cast();
  }

  @AfterEach
  void theRightTime() {
    clock.reset();
  }

  private record Snapshot(Instant at, long version, Map<String, @Nullable String> fields) {}

  private Snapshot snapshot(UUID id) {
    JsonNode now = trade.read(cast.admin(), id).is(200).body();
    Map<String, @Nullable String> fields = new LinkedHashMap<>();
    for (String field : FIELDS) {
      fields.put(field, now.path(field).isNull() ? null : now.path(field).asString());
    }
    fields.put("status", now.path("status").path("code").asString());
    fields.put("urgency", now.path("urgency").path("code").asString());
    Snapshot snapshot = new Snapshot(clock.instant(), now.path("version").asLong(), fields);
    clock.advance(Duration.ofMinutes(7));
    return snapshot;
  }

  @Test
  void theStateAsOfATimeIsWhatWasSeenThen() {
    UUID id = trade.newIntervention(cast);
    List<Snapshot> seen = new ArrayList<>(List.of(snapshot(id)));
    trade.change(cast.owner(), id, Map.of("title", "Chaudière muette", "urgency", "CRITICAL")).is(200);
    seen.add(snapshot(id));
    for (String step : List.of("SCHEDULED", "EN_ROUTE", "IN_PROGRESS", "ON_HOLD", "IN_PROGRESS", "UNRESOLVED", "SCHEDULED", "IN_PROGRESS", "DONE")) {
      boolean desk = step.equals("SCHEDULED");
      trade.move(desk ? cast.owner() : cast.technician(), id, trade.takesAll(step, cast)).is(200);
      seen.add(snapshot(id));
    }
    trade.change(cast.admin(), id, Map.of("ownerId", cast.colleague().id())).is(200);
    seen.add(snapshot(id));
    trade.move(cast.admin(), id, Map.of("to", "CLOSED")).is(200);
    seen.add(snapshot(id));
    trade.move(cast.admin(), id, Map.of("to", "NEW", "reason", "Panne revenue")).is(200);
    seen.add(snapshot(id));

    for (Snapshot then : seen) {
      JsonNode state =
          trade
              .get(cast.admin(), "/api/v1/interventions/" + id + "/history?asOf=" + then.at())
              .is(200)
              .body();
      assertThat(state.path("version").asLong()).isEqualTo(then.version());
      then.fields()
          .forEach(
              (field, value) -> {
                JsonNode stored = state.path("fields").path(field);
                String text = stored.isMissingNode() || stored.isNull() ? null : stored.asString();
                assertThat(text).as("%s in version %s", field, then.version()).isEqualTo(value);
              });
    }
    trade
        .get(cast.admin(), "/api/v1/interventions/" + id + "/history?asOf=2020-01-01T00:00:00Z")
        .isProblem(404, "not-found");
  }

  @Test
  void everyVersionSaysWhoChangedWhatAndWhy() {
    UUID id = trade.newIntervention(cast);
    trade.move(cast.owner(), id, trade.takesAll("ASSIGNED", cast)).is(200);
    trade.move(cast.technician(), id, Map.of("to", "NEW", "reason", "Trop loin"));

    List<JsonNode> revisions = trade.history(cast.owner(), id).is(200).items();

    assertThat(revisions).extracting(revision -> revision.path("version").asInt()).containsExactly(1, 2, 3);
    assertThat(revisions.get(2).path("reason").asString()).isEqualTo("Trop loin");
    assertThat(revisions.get(2).path("actorId").asString()).isEqualTo(cast.technician().id().toString());
    assertThat(revisions.get(2).path("actorRole").asString()).isEqualTo("TECHNICIAN");
    assertThat(revisions.get(2).path("changes").toString())
        .contains("\"field\":\"status\"", "\"from\":\"ASSIGNED\"", "\"to\":\"NEW\"", "technicianId");
  }

  @Test
  void whatIsChangedTogetherIsOneVersionAndOneEvent() {
    UUID id = trade.newIntervention(cast);
    UUID otherSite = UUID.randomUUID();
    trade.tellSite(cast.clientId(), otherSite, true, 1);
    trade.awaitKnown("site", otherSite, 1);
    Map<String, Object> all =
        Map.of(
            "title", "Fuite au sous-sol",
            "siteId", otherSite,
            "urgency", "LOW",
            "ownerId", cast.colleague().id());

    trade.change(cast.owner(), id, Map.of("title", "Fuite", "urgency", "CRITICAL")).is(200);
    trade.change(cast.admin(), id, all).is(200);

    assertThat(trade.read(cast.admin(), id).is(200).body().path("version").asLong()).isEqualTo(3);
    assertThat(trade.history(cast.admin(), id).is(200).items())
        .extracting(revision -> revision.path("version").asInt())
        .containsExactly(1, 2, 3);
    assertThat(events.awaitSequence(id, 3)).hasSize(3);
  }

  /** As the demo's past is written. */
  @Test
  void eachOfSeveralChangesInOneTransactionIsARevisionOfItsOwn() {
    UUID id = trade.newIntervention(cast);
    transaction.executeWithoutResult(
        status -> {
          retitle(id, 1, "Fuite");
          retitle(id, 2, "Fuite au sous-sol");
        });

    List<JsonNode> revisions = trade.history(cast.admin(), id).is(200).items();
    assertThat(revisions.subList(1, 3).stream().flatMap(each -> each.path("changes").valueStream()))
        .extracting(
            change -> change.path("field").asString(),
            change -> change.path("from").asString(),
            change -> change.path("to").asString())
        .containsExactly(
            tuple("title", "Chaudière en panne", "Fuite"),
            tuple("title", "Fuite", "Fuite au sous-sol"));
  }

  private void retitle(UUID id, long version, String title) {
    Patch<String> absent = Patch.absent();
    var changes =
        new Changing.Changes(
            Patch.of(title), absent, absent, Patch.absent(), Patch.absent(), Patch.absent(),
            Patch.absent(), Patch.absent(), absent, Patch.absent(), Patch.absent());
    changing.change(id, changes, IfMatch.version(version), cast.owner(), clock.instant());
  }

  @Test
  void aLongHistoryIsReadInPages() {
    UUID id = trade.newIntervention(cast);
    IntStream.range(0, 24)
        .forEach(i -> trade.change(cast.owner(), id, Map.of("title", "Titre " + i)).is(200));
    List<Integer> versions = new ArrayList<>();
    String uri = "/api/v1/interventions/" + id + "/history?limit=10";
    String next = uri;
    while (next != null) {
      Answer page = trade.get(cast.owner(), next).is(200);
      page.items().forEach(revision -> versions.add(revision.path("version").asInt()));
      JsonNode cursor = page.body().path("nextCursor");
      next = cursor.isNull() || cursor.isMissingNode() ? null : uri + "&cursor=" + cursor.asString();
    }
    assertThat(versions).containsExactlyElementsOf(IntStream.rangeClosed(1, 25).boxed().toList());
  }

  @Test
  void aPageTakesThreeStatementsHoweverMuchItNames() {
    UUID id = trade.newIntervention(cast);
    for (String step : List.of("SCHEDULED", "ASSIGNED", "SCHEDULED", "NEW", "ASSIGNED")) {
      trade.move(cast.owner(), id, trade.takesAll(step, cast)).is(200);
    }
    trade.change(cast.owner(), id, Map.of("technicianId", cast.otherTechnician().id())).is(200);
    trade.change(cast.admin(), id, Map.of("ownerId", cast.colleague().id())).is(200);

    for (Caller reader : List.of(cast.admin(), cast.client())) {
      assertThat(statements.during(() -> trade.history(reader, id).is(200)))
          .filteredOn(statement -> !statement.startsWith("set "))
          .hasSizeLessThanOrEqualTo(3);
    }
  }

  @Test
  void aClientReadsAStateOfThePastInTheClientsWords() {
    UUID id = trade.interventionIn("ON_HOLD", cast);

    JsonNode fields =
        trade
            .get(cast.client(), "/api/v1/interventions/" + id + "/history?asOf=" + clock.instant())
            .is(200)
            .body()
            .path("fields");

    assertThat(fields.path("status").asString()).isEqualTo("En attente : " + Trade.REASON);
    assertThat(fields.has("urgency")).isFalse();
  }

  @Test
  void aClientReadsStepsAndAppointmentsInTheClientsWords() {
    UUID id = trade.interventionIn("ON_HOLD", cast);
    trade.change(cast.owner(), id, Map.of("urgency", "CRITICAL")).is(200);

    String read = trade.history(cast.client(), id).is(200).text();

    assertThat(read)
        .contains("Demande enregistrée", "Rendez-vous fixé", "En attente : " + Trade.REASON)
        .doesNotContain("CRITICAL", "technicianId", "ownerId", cast.owner().id().toString());
  }
}
