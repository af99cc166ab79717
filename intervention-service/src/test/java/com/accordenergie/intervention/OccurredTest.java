package com.accordenergie.intervention;

import static org.assertj.core.api.Assertions.assertThat;

import com.accordenergie.platform.identity.Caller;
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

/** A boiler room without network: what happened there is told later, and counts from when it was. */
@ServiceTest
class OccurredTest {

  private final Instant morning = Instant.now().truncatedTo(ChronoUnit.SECONDS);

  private Cast cast;
  private UUID id;

  @Autowired Trade trade;
  @Autowired TestClock clock;

  @BeforeEach
  void plannedForThisMorning() {
    cast = trade.cast();
    id = trade.interventionIn("SCHEDULED", cast);
  }

  @AfterEach
  void theRightTime() {
    clock.reset();
  }

  private Answer told(String to, Instant occurredAt) {
    Map<String, Object> step = new HashMap<>(trade.takesAll(to, cast));
    step.put("occurredAt", occurredAt);
    return trade.move(cast.technician(), id, step);
  }

  private JsonNode now() {
    return trade.read(cast.admin(), id).is(200).body();
  }

  @Test
  void theWorkCountsFromWhenItWasDone() {
    clock.advance(Duration.ofHours(5));
    told("IN_PROGRESS", morning.plus(Duration.ofHours(1))).is(200);
    told("DONE", morning.plus(Duration.ofHours(2))).is(200);

    assertThat(now().path("actualStart").asString())
        .isEqualTo(morning.plus(Duration.ofHours(1)).toString());
    assertThat(now().path("actualEnd").asString())
        .isEqualTo(morning.plus(Duration.ofHours(2)).toString());
    List<JsonNode> history = trade.history(cast.owner(), id).is(200).items();
    JsonNode done = history.getLast();
    assertThat(done.path("occurredAt").asString())
        .isEqualTo(morning.plus(Duration.ofHours(2)).toString());
    assertThat(Instant.parse(done.path("at").asString()))
        .isAfterOrEqualTo(morning.plus(Duration.ofHours(5)));
  }

  @Test
  void aPauseCountsFromWhenItBegan() {
    told("IN_PROGRESS", morning).is(200);
    Instant due = Instant.parse(now().path("resolveDueAt").asString());
    clock.advance(Duration.ofHours(6));
    told("ON_HOLD", morning.plus(Duration.ofHours(1))).is(200);
    told("IN_PROGRESS", morning.plus(Duration.ofHours(4))).is(200);

    assertThat(Instant.parse(now().path("resolveDueAt").asString()))
        .isCloseTo(due.plus(Duration.ofHours(3)), within());
  }

  private static org.assertj.core.data.TemporalUnitOffset within() {
    return org.assertj.core.api.Assertions.within(2, ChronoUnit.SECONDS);
  }

  @Test
  void stepsKeepTheirOrderHoweverWrongTheDevicesClockIs() {
    clock.advance(Duration.ofHours(2));
    told("IN_PROGRESS", morning.plus(Duration.ofHours(1))).is(200);
    told("DONE", morning.minus(Duration.ofDays(400))).is(200);

    assertThat(now().path("actualEnd").asString()).isEqualTo(now().path("actualStart").asString());
  }

  @Test
  void theFutureIsNotTold() {
    told("IN_PROGRESS", Instant.now().plus(Duration.ofDays(1)))
        .isProblem(422, "invalid-values")
        .pointsAt("#/occurredAt");
    trade
        .move(cast.admin(), id, Map.of("to", "IN_PROGRESS", "occurredAt", morning))
        .isProblem(422, "invalid-values");
  }

  @Test
  void whoDidItKnowsBestWhenItWasDone() {
    trade.move(cast.admin(), id, trade.takesAll("IN_PROGRESS", cast)).is(200);
    trade.move(cast.admin(), id, trade.takesAll("DONE", cast)).is(200);
    Instant created = Instant.parse(now().path("createdAt").asString());

    trade
        .change(
            cast.technician(),
            id,
            Map.of("actualStart", created.plusSeconds(1), "actualEnd", created.plusSeconds(2)))
        .is(200);

    assertThat(now().path("actualStart").asString()).isEqualTo(created.plusSeconds(1).toString());
    assertThat(now().path("actualEnd").asString()).isEqualTo(created.plusSeconds(2).toString());
  }

  @Test
  void otherTimesAreOfferedToWhoeverMayTellThem() {
    List<Caller> may = List.of(cast.technician(), cast.admin());
    List<Caller> mayNot = List.of(cast.owner(), cast.client());
    assertThat(may).as("the work has not begun").noneMatch(this::isOfferedOtherTimes);
    told("IN_PROGRESS", clock.instant()).is(200);
    assertThat(may).allMatch(this::isOfferedOtherTimes);
    assertThat(mayNot).noneMatch(this::isOfferedOtherTimes);
    told("DONE", clock.instant()).is(200);
    assertThat(may).allMatch(this::isOfferedOtherTimes);
    trade.move(cast.owner(), id, Map.of("to", "CLOSED")).is(200);
    assertThat(may).as("it is settled").noneMatch(this::isOfferedOtherTimes);
  }

  private boolean isOfferedOtherTimes(Caller caller) {
    return trade.read(caller, id).is(200).body().path("actions").valueStream()
        .anyMatch(action -> action.asString().equals("times"));
  }

  @Test
  void timesThatMakeNoSenseAreRefused() {
    Instant created = Instant.parse(now().path("createdAt").asString());
    trade
        .change(cast.technician(), id, Map.of("actualStart", created.plusSeconds(1)))
        .isProblem(422, "invalid-values");
    told("IN_PROGRESS", created.plusSeconds(1)).is(200);
    for (Map<String, ?> times :
        List.of(
            Map.of("actualStart", created.minusSeconds(60)),
            Map.of("actualStart", Instant.now().plus(Duration.ofDays(1))),
            Map.of("actualEnd", Instant.now()))) {
      trade.change(cast.technician(), id, times).isProblem(422, "invalid-values");
    }
    told("DONE", Instant.now()).is(200);
    trade
        .change(cast.technician(), id, Map.of("actualEnd", created))
        .isProblem(422, "invalid-values")
        .pointsAt("#/actualEnd");
  }

  @Test
  void nobodyElseTellsTheTimes() {
    told("IN_PROGRESS", Instant.now()).is(200);
    Map<String, ?> times = Map.of("actualStart", Instant.now());
    trade.change(cast.owner(), id, times).isProblem(403, "forbidden");
    trade.change(cast.otherTechnician(), id, times).isProblem(404, "not-found");
    trade
        .change(cast.technician(), id, Map.of("actualStart", Instant.now(), "title", "Autre"))
        .isProblem(403, "forbidden");
  }
}
