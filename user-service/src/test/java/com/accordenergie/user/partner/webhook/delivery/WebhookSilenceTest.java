package com.accordenergie.user.partner.webhook.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.accordenergie.platform.id.Ids;
import com.accordenergie.platform.test.CapturedEvent;
import com.accordenergie.platform.test.CapturedEvents;
import com.accordenergie.platform.test.ServiceTest;
import com.accordenergie.user.Office;
import com.accordenergie.user.partner.stream.Telling;
import com.accordenergie.user.partner.webhook.Receiver;
import com.accordenergie.user.partner.webhook.Receiver.Answer;
import com.accordenergie.user.partner.webhook.Setup;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** When nothing is sent to a partner's server, and what becomes of the events meanwhile. */
@ServiceTest
class WebhookSilenceTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Autowired Office office;
  @Autowired Telling telling;
  @Autowired CapturedEvents events;
  @Autowired JdbcClient jdbc;

  @Test
  void aReceiverThatIsGoneIsLeftAloneUntilSomebodySaysOtherwise() {
    try (var receiver = new Receiver().answering(410)) {
      Setup setup = Setup.of(office, receiver);
      List<UUID> told = setup.tell(telling, UUID.randomUUID(), 1, 2);
      await()
          .dontCatchUncaughtExceptions()
          .atMost(PATIENCE)
          .until(() -> office.read(setup.uri()).required("state").asString().equals("PAUSED"));
      assertThat(office.read(setup.uri()).required("gone").asBoolean()).isTrue();
      CapturedEvent paused = events.awaitSequence(setup.webhook(), 2).getLast();
      assertThat(paused.routingKey()).isEqualTo("partner.webhook-paused");
      assertThat(paused.data().required("changedBy").isNull()).isTrue();
      int called = receiver.calls().size();
      assertThat(called).isOne();

      receiver.answering(204);
      JsonNode resumed = office.change(setup.uri(), 2, Map.of("state", "ACTIVE"));
      assertThat(resumed.required("gone").asBoolean()).isFalse();
      setup.awaitStates("DELIVERED", 2);
      assertThat(receiver.ids()).containsExactly(told.get(0), told.get(0), told.get(1));
    }
  }

  @Test
  void whoAsksToBeLeftAloneIs() {
    Map<Integer, Long> times = new ConcurrentHashMap<>();
    try (var receiver =
        new Receiver()
            .answering(
                call -> {
                  times.put(call.number(), System.nanoTime());
                  return call.number() == 0
                      ? Answer.of(503).with("Retry-After", "2")
                      : Answer.of(204);
                })) {
      Setup setup = Setup.of(office, receiver);
      setup.tell(telling, UUID.randomUUID(), 1, 1);
      receiver.await(2);
      setup.awaitStates("DELIVERED", 1);
      assertThat(Duration.ofNanos(times.get(1) - times.get(0)))
          .isBetween(Duration.ofMillis(1900), Duration.ofSeconds(15));
    }
  }

  @Test
  void nothingIsSentToWhomIsSuspendedPausedOrNoLongerEntitled() {
    try (var receiver = new Receiver().answering(503)) {
      Setup setup = Setup.of(office, receiver);
      String partner = Office.PARTNERS + "/" + setup.partner();
      setup.tell(telling, UUID.randomUUID(), 1, 5);
      receiver.awaitAtLeast(1);
      office.change(partner, 1, Map.of("state", "SUSPENDED"));
      // One that was under way may still come; then there is silence.
      await()
          .dontCatchUncaughtExceptions()
          .atMost(PATIENCE)
          .until(
              () ->
                  setup.all("?state=WAITING").stream()
                      .anyMatch(one -> !one.required("nextAttemptAt").isNull()));
      int called = receiver.calls().size();
      receiver.answering(204);
      UUID second = office.takeOn();
      office.change(partner, 2, Map.of("clientIds", List.of(second)));
      office.change(partner, 3, Map.of("state", "ACTIVE"));

      UUID intervention = UUID.randomUUID();
      await()
          .dontCatchUncaughtExceptions()
          .atMost(PATIENCE)
          .until(
              () -> {
                telling.versions(UUID.randomUUID(), second, 1, 1);
                return !setup.all("?state=DELIVERED").isEmpty();
              });
      telling.versions(intervention, second, 1, 1);
      receiver.awaitAtLeast(called + 2);

      assertThat(
              receiver.calls().subList(called, receiver.calls().size()).stream()
                  .map(
                      call ->
                          call.event().required("data").required("clientId").asString()))
          .containsOnly(second.toString());
      setup.awaitStates("WAITING", 0);
      assertThat(setup.all("?state=FAILED")).isEmpty();
    }
  }

  @Test
  void theDaysWhileAPartnerIsSuspendedAreNotTakenForTriesInVain() {
    try (var receiver = new Receiver().answering(503)) {
      Setup setup = Setup.of(office, receiver);
      String partner = Office.PARTNERS + "/" + setup.partner();
      setup.tell(telling, UUID.randomUUID(), 1, 1);
      receiver.awaitAtLeast(1);
      office.change(partner, 1, Map.of("state", "SUSPENDED"));
      await().atMost(PATIENCE).until(() -> wasTriedFourDaysAgo(setup));
      int called = receiver.calls().size();
      receiver.answering(call -> Answer.of(call.number() == called ? 503 : 204));

      office.change(partner, 2, Map.of("state", "ACTIVE"));

      setup.awaitStates("DELIVERED", 1);
      assertThat(receiver.calls()).hasSize(called + 2);
    }
  }

  private boolean wasTriedFourDaysAgo(Setup setup) {
    return jdbc.sql(
                """
                update webhook_delivery set first_attempt_at = first_attempt_at - interval 4 day
                where webhook_id = ? and claim is null and first_attempt_at is not null
                """)
            .param(Ids.bytes(setup.webhook()))
            .update()
        == 1;
  }

  @Test
  void whileItIsPausedEventsWaitInTheStream() {
    try (var receiver = new Receiver()) {
      Setup setup = Setup.of(office, receiver);
      setup.tell(telling, UUID.randomUUID(), 1, 1);
      receiver.await(1);
      office.change(setup.uri(), 1, Map.of("state", "PAUSED"));
      List<UUID> told = setup.tell(telling, UUID.randomUUID(), 1, 30);
      setup.awaitInFeed(told.getLast());
      assertThat(receiver.calls()).hasSize(1);

      office.change(setup.uri(), 2, Map.of("state", "ACTIVE"));
      receiver.await(31);
      assertThat(receiver.ids().subList(1, 31)).isEqualTo(told);
    }
  }

  @Test
  void whatThereIsNoRoomForWaitsInTheStream() {
    try (var receiver = new Receiver().answering(500)) {
      Setup setup = Setup.of(office, receiver);
      List<UUID> told = setup.tell(telling, UUID.randomUUID(), 1, 150);
      setup.awaitStates("WAITING", 60);
      setup.awaitInFeed(told.get(90));
      assertThat(setup.all("")).hasSize(60);

      receiver.answering(204);
      setup.awaitStates("DELIVERED", 150);
      assertThat(receiver.ids().stream().distinct()).containsExactlyElementsOf(told);
    }
  }
}
