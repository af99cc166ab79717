package com.accordenergie.intervention;

import static org.assertj.core.api.Assertions.assertThat;

import com.accordenergie.platform.test.CapturedEvent;
import com.accordenergie.platform.test.CapturedEvents;
import com.accordenergie.platform.test.ServiceTest;
import com.accordenergie.platform.test.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What happens to an intervention on its way. */
@ServiceTest
class LifeTest {

  private Cast cast;

  @Autowired Trade trade;
  @Autowired CapturedEvents events;
  @Autowired TestClock clock;

  @BeforeEach
  void people() {
    cast = trade.cast();
  }

  @AfterEach
  void theRightTime() {
    clock.reset();
  }

  private JsonNode now(UUID id) {
    return trade.read(cast.admin(), id).is(200).body();
  }

  @Test
  void anInterventionIsLivedThrough() {
    Answer created = trade.post(cast.owner(), "/api/v1/interventions", trade.request(cast)).is(201);
    UUID id = created.id();
    assertThat(created.location()).isEqualTo("/api/v1/interventions/" + id);
    assertThat(created.etag()).isEqualTo("\"1\"");
    assertThat(created.body().path("ownerId").asString()).isEqualTo(cast.owner().id().toString());

    trade.move(cast.owner(), id, trade.takesAll("SCHEDULED", cast)).is(200);
    trade.move(cast.technician(), id, Map.of("to", "EN_ROUTE")).is(200);
    assertThat(now(id).path("actualStart").isNull()).isTrue();
    trade.move(cast.technician(), id, Map.of("to", "IN_PROGRESS")).is(200);
    String began = now(id).path("actualStart").asString();
    assertThat(began).isNotEmpty();
    trade.move(cast.technician(), id, Map.of("to", "ON_HOLD", "reason", "Pièce commandée")).is(200);
    assertThat(now(id).path("statusReason").asString()).isEqualTo("Pièce commandée");
    trade.move(cast.technician(), id, Map.of("to", "IN_PROGRESS")).is(200);
    assertThat(now(id).path("actualStart").asString()).isEqualTo(began);
    trade.move(cast.technician(), id, Map.of("to", "DONE", "report", Trade.REPORT)).is(200);
    assertThat(now(id).path("report").asString()).isEqualTo(Trade.REPORT);
    assertThat(now(id).path("actualEnd").asString()).isNotEmpty();
    trade.move(cast.owner(), id, Map.of("to", "CLOSED")).is(200);
    trade.move(cast.admin(), id, Map.of("to", "NEW", "reason", "Panne revenue")).is(200);

    JsonNode reopened = now(id);
    assertThat(reopened.path("technicianId").isNull()).isTrue();
    assertThat(reopened.path("plannedStart").isNull()).isTrue();
    List<CapturedEvent> told = events.awaitSequence(id, 9);
    assertThat(told).hasSize(9);
    assertThat(told.getFirst().routingKey()).isEqualTo("intervention.created");
    assertThat(told.subList(1, 9))
        .extracting(CapturedEvent::routingKey)
        .containsOnly("intervention.status-changed");
    assertThat(told.get(4).data().path("transition").path("clientReason").asString())
        .isEqualTo("Pièce commandée");
    assertThat(told.get(6).data().path("transition").path("clientReason").isNull()).isTrue();
  }

  @Test
  void aChangeIsNamedByWhatMattersMost() {
    UUID id = trade.interventionIn("SCHEDULED", cast);
    Instant start = trade.freshTime();
    trade.change(cast.owner(), id, Map.of("title", "Chaudière toujours en panne")).is(200);
    trade
        .change(cast.owner(), id, Map.of("plannedStart", start, "plannedEnd", start.plus(2, ChronoUnit.HOURS)))
        .is(200);
    trade.change(cast.owner(), id, Map.of("technicianId", cast.otherTechnician().id(), "urgency", "LOW")).is(200);
    trade.change(cast.admin(), id, Map.of("ownerId", cast.colleague().id())).is(200);

    assertThat(events.awaitSequence(id, 6))
        .extracting(CapturedEvent::routingKey)
        .containsExactly(
            "intervention.created",
            "intervention.status-changed",
            "intervention.updated",
            "intervention.scheduled",
            "intervention.assigned",
            "intervention.handed-over");
  }

  @Test
  void whatChangesNothingIsNoVersion() {
    UUID id = trade.interventionIn("SCHEDULED", cast);
    long version = trade.version(id);
    JsonNode before = now(id);
    Map<String, Object> same = new HashMap<>();
    for (String field : List.of("title", "description", "siteId", "technicianId", "plannedStart", "plannedEnd", "ownerId")) {
      same.put(field, before.path(field).asString());
    }
    same.put("urgency", "HIGH");

    Answer answer = trade.change(cast.owner(), id, same).is(200);

    assertThat(answer.version()).isEqualTo(version);
    assertThat(trade.version(id)).isEqualTo(version);
    assertThat(trade.change(cast.owner(), id, Map.of()).is(200).version()).isEqualTo(version);
  }

  @Test
  void theClockRunsPausesAndStops() {
    UUID id = trade.newIntervention(cast);
    Instant created = Instant.parse(now(id).path("createdAt").asString());
    assertDue(id, created.plus(Duration.ofHours(1)));

    clock.advance(Duration.ofMinutes(30));
    trade.move(cast.owner(), id, trade.takesAll("ASSIGNED", cast)).is(200);
    assertDue(id, created.plus(Duration.ofHours(24)));
    trade.move(cast.technician(), id, Map.of("to", "IN_PROGRESS")).is(200);
    clock.advance(Duration.ofHours(1));
    trade.move(cast.technician(), id, trade.takesAll("ON_HOLD", cast)).is(200);
    assertThat(now(id).path("dueAt").isNull()).isTrue();

    clock.advance(Duration.ofDays(3));
    trade.change(cast.owner(), id, Map.of("urgency", "CRITICAL")).is(200);
    assertThat(now(id).path("dueAt").isNull()).isTrue();
    trade.move(cast.technician(), id, Map.of("to", "IN_PROGRESS")).is(200);
    // Eight hours of which an hour and a half had run before the pause; three days were not counted.
    assertDue(id, created.plus(Duration.ofDays(3)).plus(Duration.ofHours(8)));
    assertThat(now(id).path("overdue").asBoolean()).isFalse();
    clock.advance(Duration.ofHours(7));
    assertThat(now(id).path("overdue").asBoolean()).isTrue();

    trade.move(cast.technician(), id, trade.takesAll("DONE", cast)).is(200);
    assertThat(now(id).path("dueAt").isNull()).isTrue();
    assertThat(now(id).path("overdue").asBoolean()).isFalse();
  }

  private void assertDue(UUID id, Instant expected) {
    assertThat(Instant.parse(now(id).path("dueAt").asString()))
        .isCloseTo(expected, org.assertj.core.api.Assertions.within(5, ChronoUnit.SECONDS));
  }

  @Test
  void aRefusalPutsItBackWhereNobodyIsInCharge() {
    UUID id = trade.interventionIn("SCHEDULED", cast);

    trade.move(cast.technician(), id, Map.of("to", "NEW", "reason", "Absent ce jour"));

    JsonNode now = now(id);
    assertThat(now.path("technicianId").isNull()).isTrue();
    assertThat(now.path("plannedStart").isNull()).isTrue();
    assertThat(now.path("plannedEnd").isNull()).isTrue();
    trade.read(cast.technician(), id).is(404);
  }

  @Test
  void whatIsSettledStaysAsItIs() {
    for (String status : List.of("CLOSED", "CANCELLED")) {
      UUID id = trade.interventionIn(status, cast);
      trade.change(cast.owner(), id, Map.of("title", "Retouche")).is(409);
      trade.change(cast.admin(), id, Map.of("ownerId", cast.colleague().id())).is(200);
    }
  }

  @Test
  void anAdminCreatesForADispatcher() {
    Map<String, Object> request = trade.request(cast);
    request.put("ownerId", cast.colleague().id());

    UUID id = trade.post(cast.admin(), "/api/v1/interventions", request).is(201).id();

    trade.read(cast.colleague(), id).is(200);
    trade.read(cast.owner(), id).is(404);
    trade.post(cast.owner(), "/api/v1/interventions", request).is(403);
  }

  @Test
  void nothingOfAChangeIsPassedOverInSilence() {
    UUID id = trade.newIntervention(cast);
    Instant start = trade.freshTime();

    trade
        .change(cast.owner(), id, Map.of("plannedStart", start))
        .isProblem(409, "not-in-this-status")
        .pointsAt("#/plannedStart");
    trade
        .change(
            cast.owner(),
            id,
            Map.of("plannedStart", start, "plannedEnd", start.plus(1, ChronoUnit.HOURS)))
        .isProblem(409, "not-in-this-status")
        .pointsAt("#/plannedEnd");
    trade
        .change(cast.owner(), id, Map.of("overrideReason", "Urgence"))
        .isProblem(422, "invalid-values")
        .pointsAt("#/overrideReason");

    assertThat(trade.version(id)).isEqualTo(1);
  }
}
