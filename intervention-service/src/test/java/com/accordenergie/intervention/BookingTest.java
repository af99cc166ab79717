package com.accordenergie.intervention;

import static java.time.temporal.ChronoUnit.DAYS;
import static java.time.temporal.ChronoUnit.HOURS;
import static java.time.temporal.ChronoUnit.MINUTES;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.accordenergie.intervention.planning.Bookings;
import com.accordenergie.platform.id.Ids;
import com.accordenergie.platform.identity.Caller;
import com.accordenergie.platform.test.CapturedEvents;
import com.accordenergie.platform.test.ServiceTest;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** A technician is never in two places. */
@ServiceTest
class BookingTest {

  private static final int ROUNDS = 200;

  private Cast cast;

  @Autowired Trade trade;
  @Autowired CapturedEvents events;
  @Autowired Bookings bookings;
  @Autowired TransactionTemplate transaction;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void people() {
    cast = trade.cast();
  }

  private Map<String, Object> schedule(Caller technician, Instant start, Instant end) {
    return Map.of(
        "to", "SCHEDULED",
        "technicianId", technician.id(),
        "plannedStart", start,
        "plannedEnd", end);
  }

  private UUID newOf(Caller dispatcher) {
    return trade.post(dispatcher, "/api/v1/interventions", trade.request(cast)).is(201).id();
  }

  @Test
  void twoDispatchersRacingForOneSlotTwoHundredTimesOneWinsEach() {
    for (int round = 0; round < ROUNDS; round++) {
      UUID mine = newOf(cast.owner());
      UUID theirs = newOf(cast.colleague());
      Instant start = trade.freshTime();

      List<Answer> answers =
          AtOnce.with(
              2,
              racer ->
                  racer == 0
                      ? trade.move(
                          cast.owner(), mine, 1, schedule(cast.technician(), start, start.plus(1, HOURS)))
                      : trade.move(
                          cast.colleague(),
                          theirs,
                          1,
                          schedule(
                              cast.technician(), start.plus(30, MINUTES), start.plus(90, MINUTES))));

      assertThat(answers).as("round " + round).extracting(Answer::status).containsExactlyInAnyOrder(200, 409);
      Answer lost = answers.stream().filter(answer -> answer.status() == 409).findFirst().orElseThrow();
      assertThat(lost.text()).contains("slot-taken").doesNotContain("INT-20");
    }
  }

  @Test
  void manyRacingForOneTechnicianAcrossOverlappingSlotsNeverOverlap() {
    Instant start = trade.freshTime().plus(300, DAYS);
    List<UUID> ids = java.util.stream.IntStream.range(0, 32).mapToObj(i -> newOf(cast.owner())).toList();

    List<Answer> answers =
        AtOnce.with(
            32,
            racer ->
                trade.move(
                    cast.owner(),
                    ids.get(racer),
                    1,
                    schedule(
                        cast.technician(),
                        start.plus(20L * racer, MINUTES),
                        start.plus(20L * racer + 60, MINUTES))));

    assertThat(answers).extracting(Answer::status).containsOnly(200, 409).contains(200, 409);
    List<Answer> busy =
        List.of(
            trade.get(
                cast.owner(),
                "/api/v1/technicians/%s/busy?from=%s&to=%s"
                    .formatted(cast.technician().id(), start.minus(1, HOURS), start.plus(2, DAYS))));
    Instant free = Instant.MIN;
    for (var slot : busy.getFirst().is(200).items()) {
      assertThat(Instant.parse(slot.path("start").asString())).isAfterOrEqualTo(free);
      free = Instant.parse(slot.path("end").asString());
    }
  }

  @Test
  void theOneWhoMaySeeTheOtherInterventionReadsItsReference() {
    Instant start = trade.freshTime();
    UUID first = newOf(cast.owner());
    trade.move(cast.owner(), first, schedule(cast.technician(), start, start.plus(1, HOURS))).is(200);
    String reference = trade.read(cast.owner(), first).body().path("reference").asString();

    Answer own =
        trade.move(
            cast.owner(), newOf(cast.owner()), schedule(cast.technician(), start, start.plus(1, HOURS)));
    Answer foreign =
        trade.move(
            cast.colleague(),
            newOf(cast.colleague()),
            schedule(cast.technician(), start, start.plus(1, HOURS)));

    assertThat(own.isProblem(409, "slot-taken").text()).contains(reference);
    assertThat(foreign.isProblem(409, "slot-taken").text())
        .doesNotContain(reference)
        .doesNotContain(first.toString());
  }

  @Test
  void slotsThatTouchDoNotOverlap() {
    Instant start = trade.freshTime().plus(200, DAYS);
    for (int hour = 0; hour < 3; hour++) {
      trade
          .move(
              cast.owner(),
              newOf(cast.owner()),
              schedule(cast.technician(), start.plus(hour, HOURS), start.plus(hour + 1, HOURS)))
          .is(200);
    }
  }

  @Test
  void anOverrideNeedsAReasonAndKeepsIt() {
    Instant start = trade.freshTime();
    trade
        .move(
            cast.owner(),
            newOf(cast.owner()),
            schedule(cast.technician(), start, start.plus(1, HOURS)))
        .is(200);
    UUID second = newOf(cast.owner());
    Instant later = start.plus(100, DAYS);
    trade.move(cast.owner(), second, schedule(cast.technician(), later, later.plus(1, HOURS))).is(200);
    Map<String, Object> patch = new HashMap<>();
    patch.put("plannedStart", start);
    patch.put("plannedEnd", start.plus(2, HOURS));

    trade.change(cast.owner(), second, patch).isProblem(409, "slot-taken");
    patch.put("overrideReason", "  ");
    trade.change(cast.owner(), second, patch).is(422).pointsAt("#/overrideReason");
    patch.put("overrideReason", "Fuite de gaz sur le même palier");
    trade.change(cast.owner(), second, patch).is(200);

    assertThat(trade.history(cast.owner(), second).is(200).text())
        .contains("Fuite de gaz sur le même palier");
    assertThat(trade.bookedCells(second)).isEqualTo(12);
  }

  @Test
  void whoWasPlannedOverAnotherHasTheTimeOnceTheOtherIsGone() {
    for (String end : List.of("CANCELLED", "moved", "given to another")) {
      Instant start = trade.freshTime();
      UUID first = newOf(cast.owner());
      trade.move(cast.owner(), first, schedule(cast.technician(), start, start.plus(1, HOURS))).is(200);
      UUID over = newOf(cast.owner());
      Map<String, Object> anyway =
          new HashMap<>(schedule(cast.technician(), start.plus(30, MINUTES), start.plus(90, MINUTES)));
      anyway.put("overrideReason", "Fuite de gaz sur le même palier");
      trade.move(cast.owner(), over, anyway).is(200);
      assertThat(trade.bookedCells(over)).isEqualTo(6);

      Instant elsewhere = start.plus(100, DAYS);
      Answer gone =
          switch (end) {
            case "moved" ->
                trade.change(
                    cast.owner(),
                    first,
                    Map.of("plannedStart", elsewhere, "plannedEnd", elsewhere.plus(1, HOURS)));
            case "given to another" ->
                trade.change(
                    cast.owner(), first, Map.of("technicianId", cast.otherTechnician().id()));
            default -> trade.move(cast.owner(), first, trade.takesAll(end, cast));
          };
      gone.is(200);

      assertThat(trade.bookedCells(over)).as(end).isEqualTo(12);
      trade
          .move(
              cast.owner(),
              newOf(cast.owner()),
              schedule(cast.technician(), start.plus(30, MINUTES), start.plus(1, HOURS)))
          .isProblem(409, "slot-taken");
      trade
          .move(cast.owner(), newOf(cast.owner()), schedule(cast.technician(), start, start.plus(30, MINUTES)))
          .is(200);
    }
  }

  @Test
  void whatIsFreedWhileAnotherIsCancelledIsNotKeptForThatOne() throws Exception {
    Instant start = trade.freshTime();
    UUID first = newOf(cast.owner());
    trade.move(cast.owner(), first, schedule(cast.technician(), start, start.plus(1, HOURS))).is(200);
    UUID over = newOf(cast.owner());
    Map<String, Object> anyway =
        new HashMap<>(schedule(cast.technician(), start, start.plus(1, HOURS)));
    anyway.put("overrideReason", "Fuite de gaz sur le même palier");
    trade.move(cast.owner(), over, anyway).is(200);
    assertThat(trade.bookedCells(over)).isZero();

    CompletableFuture<Answer> freed =
        transaction.execute(
            status -> {
              bookings.release(over);
              jdbc.sql("update intervention set category = 'CANCELLED' where id = ?")
                  .param(Ids.bytes(over))
                  .update();
              var freeing =
                  CompletableFuture.supplyAsync(
                      () -> trade.move(cast.owner(), first, trade.takesAll("CANCELLED", cast)));
              trade.awaitThatSomebodyWaitsFor("person");
              return freeing;
            });

    freed.get(10, SECONDS).is(200);
    assertThat(trade.bookedCells(over)).isZero();
  }

  @Test
  void anAppointmentMadeAnewIsBookedAnewEvenAtTheSameTime() {
    for (boolean meanwhileTaken : new boolean[] {false, true}) {
      UUID id = newOf(cast.owner());
      Instant start = trade.freshTime();
      Map<String, Object> appointment = schedule(cast.technician(), start, start.plus(1, HOURS));
      trade.move(cast.owner(), id, appointment).is(200);
      trade.move(cast.technician(), id, trade.takesAll("IN_PROGRESS", cast)).is(200);
      trade.move(cast.technician(), id, trade.takesAll("UNRESOLVED", cast)).is(200);
      if (meanwhileTaken) {
        trade.move(cast.owner(), newOf(cast.owner()), appointment).is(200);
      }

      Answer again =
          trade.move(
              cast.owner(),
              id,
              Map.of(
                  "to", "SCHEDULED", "plannedStart", start, "plannedEnd", start.plus(1, HOURS)));

      if (meanwhileTaken) {
        again.isProblem(409, "slot-taken");
      } else {
        again.is(200);
      }
      assertThat(trade.bookedCells(id)).isEqualTo(meanwhileTaken ? 0 : 12);
    }
  }

  @Test
  void aBookingLastsAsLongAsTheWorkIsAhead() {
    UUID id = trade.interventionIn("SCHEDULED", cast);
    assertThat(trade.bookedCells(id)).isEqualTo(12);
    trade.move(cast.technician(), id, trade.takesAll("IN_PROGRESS", cast)).is(200);
    assertThat(trade.bookedCells(id)).isEqualTo(12);
    trade.move(cast.technician(), id, trade.takesAll("ON_HOLD", cast)).is(200);
    assertThat(trade.bookedCells(id)).isEqualTo(12);
    trade.move(cast.technician(), id, Map.of("to", "IN_PROGRESS")).is(200);
    trade.move(cast.technician(), id, trade.takesAll("DONE", cast)).is(200);
    assertThat(trade.bookedCells(id)).isZero();
  }

  @Test
  void whatIsTakenBackOrCancelledFreesTheTechnician() {
    for (String end : List.of("NEW", "ASSIGNED", "CANCELLED")) {
      UUID id = newOf(cast.owner());
      Instant start = trade.freshTime();
      trade.move(cast.owner(), id, schedule(cast.technician(), start, start.plus(1, HOURS))).is(200);

      trade.move(cast.owner(), id, trade.takesAll(end, cast)).is(200);

      assertThat(trade.bookedCells(id)).as(end).isZero();
      trade
          .move(cast.owner(), newOf(cast.owner()), schedule(cast.technician(), start, start.plus(1, HOURS)))
          .is(200);
    }
  }

  @Test
  void aTechnicianPutInAnothersPlaceTakesTheSlotOver() {
    UUID id = newOf(cast.owner());
    Instant start = trade.freshTime();
    trade.move(cast.owner(), id, schedule(cast.technician(), start, start.plus(1, HOURS))).is(200);

    trade.change(cast.owner(), id, Map.of("technicianId", cast.otherTechnician().id())).is(200);

    trade.read(cast.technician(), id).is(404);
    trade.read(cast.otherTechnician(), id).is(200);
    trade
        .move(cast.owner(), newOf(cast.owner()), schedule(cast.technician(), start, start.plus(1, HOURS)))
        .is(200);
    trade
        .move(
            cast.owner(), newOf(cast.owner()), schedule(cast.otherTechnician(), start, start.plus(1, HOURS)))
        .isProblem(409, "slot-taken");
    assertThat(events.awaitSequence(id, 3).getLast().routingKey()).isEqualTo("intervention.assigned");
  }

  @Test
  void busyTimesHideWhatIsNotTheReaders() {
    Instant start = trade.freshTime();
    UUID id = newOf(cast.owner());
    trade.move(cast.owner(), id, schedule(cast.technician(), start, start.plus(1, HOURS))).is(200);
    String uri =
        "/api/v1/technicians/%s/busy?from=%s&to=%s"
            .formatted(cast.technician().id(), start.minus(1, HOURS), start.plus(2, HOURS));

    assertThat(trade.get(cast.owner(), uri).is(200).text()).contains(id.toString());
    assertThat(trade.get(cast.admin(), uri).is(200).text()).contains(id.toString());
    Answer foreign = trade.get(cast.colleague(), uri).is(200);
    assertThat(foreign.items()).hasSize(1);
    assertThat(foreign.items().getFirst().path("start").asString()).isEqualTo(start.toString());
    assertThat(foreign.text()).doesNotContain(id.toString(), "INT-20", "Chaudière");
    trade.get(cast.client(), uri).is(403);
    trade
        .get(
            cast.owner(),
            "/api/v1/technicians/%s/busy?from=%s&to=%s"
                .formatted(cast.technician().id(), start, start.plus(63, DAYS)))
        .is(400)
        .pointsAt("?to");
    trade.get(cast.owner(), uri.replace(cast.technician().id().toString(), UUID.randomUUID().toString())).is(404);
  }

  @Test
  void theBoardShowsWhoIsTakenAndHidesWhatIsNotTheReaders() {
    Instant start = trade.freshTime();
    UUID id = newOf(cast.owner());
    trade.move(cast.owner(), id, schedule(cast.technician(), start, start.plus(1, HOURS))).is(200);
    String uri =
        "/api/v1/planning?from=%s&to=%s".formatted(start.plus(30, MINUTES), start.plus(2, HOURS));

    assertThat(onTheBoard(cast.owner(), uri).path("intervention").path("id").asString())
        .isEqualTo(id.toString());
    assertThat(onTheBoard(cast.admin(), uri).path("intervention").path("status").asString())
        .isEqualTo("SCHEDULED");
    JsonNode foreign = onTheBoard(cast.colleague(), uri);
    assertThat(foreign.path("start").asString()).isEqualTo(start.toString());
    assertThat(foreign.path("intervention").isNull()).isTrue();
    assertThat(trade.get(cast.colleague(), uri).text()).doesNotContain(id.toString());
    for (String bad :
        List.of(
            "/api/v1/planning",
            "/api/v1/planning?from=x&to=y",
            "/api/v1/planning?from=%s&to=%s".formatted(start, start),
            "/api/v1/planning?from=%s&to=%s".formatted(start, start.plus(32, DAYS)))) {
      trade.get(cast.owner(), bad).isProblem(400, "malformed-request");
    }
  }

  private JsonNode onTheBoard(Caller reader, String uri) {
    return trade.get(reader, uri).is(200).items().stream()
        .filter(
            slot -> slot.path("technicianId").asString().equals(cast.technician().id().toString()))
        .findAny()
        .orElseThrow();
  }

  @Test
  void aSlotHasAnEndAndABound() {
    UUID id = newOf(cast.owner());
    Instant start = trade.freshTime();

    trade.move(cast.owner(), id, schedule(cast.technician(), start, start)).is(422).pointsAt("#/plannedEnd");
    trade
        .move(cast.owner(), id, schedule(cast.technician(), start, start.minus(1, HOURS)))
        .is(422)
        .pointsAt("#/plannedEnd");
    trade
        .move(cast.owner(), id, schedule(cast.technician(), start, start.plus(8, DAYS)))
        .is(422)
        .pointsAt("#/plannedEnd");
    assertThat(trade.version(id)).isEqualTo(1);
  }
}
