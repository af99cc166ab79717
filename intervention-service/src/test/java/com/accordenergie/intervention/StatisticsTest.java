package com.accordenergie.intervention;

import static org.assertj.core.api.Assertions.assertThat;

import com.accordenergie.platform.test.ServiceTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** The figures say what happened; told by how they move, as other tests work beside this one. */
@ServiceTest
class StatisticsTest {

  private Cast cast;

  @Autowired Trade trade;

  @BeforeEach
  void people() {
    cast = trade.cast();
  }

  private JsonNode figures() {
    return trade.get(cast.admin(), "/api/v1/statistics?weeks=2").is(200).body();
  }

  private JsonNode technician() {
    return figures().path("technicians").valueStream()
        .filter(one -> one.path("technicianId").asString().equals(cast.technician().id().toString()))
        .findAny()
        .orElseThrow();
  }

  @Test
  void whatATechnicianResolvedInTimeCountsForThem() {
    trade.interventionIn("DONE", cast);
    trade.interventionIn("CLOSED", cast);
    trade.interventionIn("IN_PROGRESS", cast);
    trade.interventionIn("CANCELLED", cast);

    JsonNode figures = technician();

    assertThat(figures.path("interventions").asInt()).isEqualTo(4);
    assertThat(figures.path("takeOver").path("reached").asInt()).isEqualTo(4);
    assertThat(figures.path("takeOver").path("inTime").asInt()).isEqualTo(4);
    assertThat(figures.path("takeOver").path("averageMinutes").asInt()).isZero();
    assertThat(figures.path("resolve").path("reached").asInt()).isEqualTo(2);
    assertThat(figures.path("resolve").path("inTime").asInt()).isEqualTo(2);
    assertThat(figures.path("resolve").path("averageMinutes").asInt()).isZero();
  }

  @Test
  void whatIsOpenIsCountedWhereItStands() {
    long before = load("ON_HOLD", "HIGH");
    UUID id = trade.interventionIn("ON_HOLD", cast);
    assertThat(load("ON_HOLD", "HIGH")).isGreaterThan(before);
    trade.move(cast.owner(), id, Map.of("to", "CANCELLED", "reason", "Annulé")).is(200);
    assertThat(
            figures().path("load").valueStream()
                .map(line -> line.path("status").asString()))
        .doesNotContain("CANCELLED", "CLOSED");
  }

  private long load(String status, String urgency) {
    return figures().path("load").valueStream()
        .filter(line -> line.path("status").asString().equals(status))
        .filter(line -> line.path("urgency").asString().equals(urgency))
        .mapToLong(line -> line.path("count").asLong())
        .sum();
  }

  @Test
  void everyWeekAskedForIsThere() {
    assertThat(figures().path("weeks")).hasSize(2);
    assertThat(trade.get(cast.admin(), "/api/v1/statistics?weeks=53").is(200).body().path("weeks"))
        .hasSize(53);
    for (String weeks : new String[] {"0", "54", "-1", "many"}) {
      trade
          .get(cast.admin(), "/api/v1/statistics?weeks=" + weeks)
          .isProblem(400, "malformed-request");
    }
  }
}
