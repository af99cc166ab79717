package com.accordenergie.gateway.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The power goes in the middle of a write. */
class KillNineIT {

  private final Suite suite = Suite.running();
  private final Company company = suite.company();

  @Test
  void whatWasAcknowledgedIsThereWithItsEvent() {
    var client = company.newClient(company.claire, "Clinique Saint-Luc");
    Map<Work, Long> acknowledged = new HashMap<>();
    for (int round = 1; round <= 2; round++) {
      Load load = Load.of(8, company.claire, client);
      try (load) {
        await("writes under way")
            .atMost(Duration.ofSeconds(60))
            .pollInterval(Duration.ofMillis(50))
            .until(() -> load.writes() >= 40);
        suite.instanceOf("intervention-service").killNine();
      }
      acknowledged.putAll(load.acknowledged());
      suite.startAnother("intervention-service");
    }

    await("the gateway has found the new instance")
        .atMost(Duration.ofSeconds(60))
        .until(() -> company.claire.get("/api/v1/statuses").status() == 200);
    await("comment-service has found it, too: it asks about what it does not know")
        .atMost(Duration.ofSeconds(60))
        .until(() -> company.claire.get("/api/v1/comments/" + UUID.randomUUID()).status() == 404);
    acknowledged.forEach(
        (work, version) ->
            assertThat(work.seenBy(company.claire).expect(200).version())
                .as(work.path())
                .isGreaterThanOrEqualTo(version));
    Told.everyVersion(suite.events(), acknowledged);
    // What was stored but not acknowledged any more has been told as well: version and events agree.
    acknowledged.replaceAll((work, version) -> work.seenBy(company.claire).expect(200).version());
    Told.everyVersion(suite.events(), acknowledged);
  }
}
