package com.accordenergie.gateway.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import com.accordenergie.platform.test.BrokerSwitch;
import com.accordenergie.platform.test.EventStream;
import com.accordenergie.platform.test.EventStream.Heard;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The broker dies under load and comes back. */
class BrokerDownIT {

  private static final int WORKERS = 6;

  private final Suite suite = Suite.running();
  private final Company company = suite.company();

  @Test
  void noWriteIsRefusedMeanwhileAndNothingIsLost() {
    Optional<BrokerSwitch> power = suite.servers().brokerSwitch();
    assumeThat(power).as("a RabbitMQ that the tests brought up: no other is theirs to kill").isPresent();
    BrokerSwitch broker = power.get();
    var client = company.newClient(company.claire, "Usine des Gratte-Ciel");
    Work followed = Work.create(company.claire, client, "Suivie pendant la panne");
    Load load = Load.of(WORKERS, company.claire, client);
    // With a token of its own: it ends with it, and another's may be old already.
    var listening =
        new Colleague(suite.issuer(), company.paul.id(), company.paul.username(), Company.PASSWORD);
    EventStream live = EventStream.open(suite.issuer().toString(), listening.token(), null);
    live.awaitPlace();
    try (load; live) {
      waitForWrites(load, 30);

      broker.kill();
      try {
        int atTheKill = load.writes();
        waitForWrites(load, atTheKill + 60);
        followed.planned(company.claire, company.paul).expect(200);
        followed.moved(company.paul, "EN_ROUTE", Map.of()).expect(200);
        followed.commented(company.claire, "Pendant la panne", "PUBLIC").expect(201);
        waitForWrites(load, atTheKill + 90);
      } finally {
        broker.start();
      }
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
    await("each conversation has caught up with its intervention")
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () -> {
              assertThat(followed.thread(company.claire).expect(200).text())
                  .contains("Pendant la panne");
              caughtUp(followed);
              load.acknowledged().keySet().forEach(this::caughtUp);
            });
    load.comments()
        .forEach(
            (work, comment) -> {
              assertThat(work.thread(company.claire).expect(200).text())
                  .contains(comment.toString());
              suite.events().awaitSequence(comment, 1);
            });
  }

  /** All status changes of which its history tells, in that order, each once. */
  private void caughtUp(Work work) {
    assertThat(
            work.thread(company.claire).expect(200).json().path("items").valueStream()
                .filter(entry -> entry.path("kind").asString().equals("STATUS_CHANGE"))
                .map(entry -> entry.at("/to/code").asString()))
        .as(work.path())
        .containsExactlyElementsOf(statusesOf(work));
  }

  /** Without the one that it was created with. */
  private List<String> statusesOf(Work work) {
    return company.claire.get(work.path() + "/history?limit=100").expect(200).json()
        .path("items").valueStream()
        .sorted(Comparator.comparing(revision -> revision.path("version").asLong()))
        .flatMap(revision -> revision.path("changes").valueStream())
        .filter(change -> change.path("field").asString().equals("status"))
        .filter(change -> change.path("from").isString())
        .map(change -> change.path("to").asString())
        .toList();
  }

  private static void waitForWrites(Load load, int writes) {
    await(writes + " writes")
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(100))
        .until(() -> load.writes() >= writes || !load.refusals().isEmpty());
  }
}
