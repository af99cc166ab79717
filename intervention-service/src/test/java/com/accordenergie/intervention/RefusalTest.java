package com.accordenergie.intervention;

import static org.assertj.core.api.Assertions.assertThat;

import com.accordenergie.platform.test.ServiceTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** The desk tells what a technician has refused from what it has taken back itself. */
@ServiceTest
class RefusalTest {

  @Autowired Trade trade;

  @Test
  void theListSaysInWhichRoleTheLastStepWasTaken() {
    Cast cast = trade.cast();
    UUID asked = trade.newIntervention(cast);
    UUID refused = trade.interventionIn("ASSIGNED", cast);
    UUID takenBack = trade.interventionIn("ASSIGNED", cast);
    UUID reopened = trade.interventionIn("CANCELLED", cast);
    trade.move(cast.technician(), refused, Map.of("to", "NEW", "reason", "En congé")).is(200);
    trade.move(cast.owner(), takenBack, Map.of("to", "NEW", "reason", "Erreur")).is(200);
    trade.move(cast.admin(), reopened, Map.of("to", "NEW", "reason", "À refaire")).is(200);

    JsonNode open = trade.get(cast.owner(), "/api/v1/interventions?category=OPEN").is(200).body();

    assertThat(lastStepBy(open, asked)).isEmpty();
    assertThat(lastStepBy(open, refused)).isEqualTo("TECHNICIAN");
    assertThat(lastStepBy(open, takenBack)).isEqualTo("DISPATCHER");
    assertThat(lastStepBy(open, reopened)).isEqualTo("ADMIN");
  }

  private static String lastStepBy(JsonNode list, UUID id) {
    return list.path("items").valueStream()
        .filter(line -> line.path("id").asString().equals(id.toString()))
        .map(line -> line.path("statusBy").asString(""))
        .findAny()
        .orElseThrow();
  }
}
