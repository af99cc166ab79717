package com.accordenergie.gateway.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.accordenergie.platform.test.EventStream;
import com.accordenergie.platform.test.EventStream.Heard;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The broker dies under load and comes back. */
class BrokerDownIT {

  private static final int WORKERS = 6;

  private final Suite suite = Suite.running();
  private final Company company = suite.company();

  @Test
  void noWriteIsRefusedMeanwhileAndNothingIsLost() {
    Broker broker = Broker.of(suite);
    var client = company.newClient(company.claire, "Usine des Gratte-Ciel");
    Work followed = Work.create(company.claire, client, "Suivie pendant la panne");
    Load load = Load.of(WORKERS, company.claire, client);
    EventStream live =
        EventStream.open(suite.issuer().toString(), company.paul.token(), null);
    live.awaitPlace();
    try (load; live) {
      waitForWrites(load, 30);

      broker.kill();
      int atTheKill = load.writes();
      waitForWrites(load, atTheKill + 60);
      followed.planned(company.claire, company.paul).expect(200);
      followed.moved(company.paul, "EN_ROUTE", Map.of()).expect(200);
      followed.commented(company.claire, "Pendant la panne", "PUBLIC").expect(201);
      waitForWrites(load, atTheKill + 90);

      broker.start();
      waitForWrites(load, load.writes() + 30);
      await("who listened all the time hears what happened meanwhile")
          .atMost(Duration.ofSeconds(60))
          .untilAsserted(
              () ->
                  assertThat(live.heard().stream().map(Heard::type))
                      // Two services' outboxes empty at once: between them there is no order.
                      .containsExactlyInAnyOrder(
                          "intervention.status-changed",
                          "intervention.status-changed",
                          "comment.added"));
      assertThat(live.hasEnded()).isFalse();
    }

    assertThat(load.refusals()).isEmpty();
    Told.everyVersion(suite.events(), load.acknowledged());
    await("comment-service has caught up")
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () ->
                assertThat(followed.thread(company.claire).expect(200).text())
                    .contains("Pendant la panne", "EN_ROUTE"));
  }

  private static void waitForWrites(Load load, int writes) {
    await(writes + " writes")
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(100))
        .until(() -> load.writes() >= writes || !load.refusals().isEmpty());
  }
}
