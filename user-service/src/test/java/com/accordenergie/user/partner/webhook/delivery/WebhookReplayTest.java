package com.accordenergie.user.partner.webhook.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.accordenergie.platform.id.Ids;
import com.accordenergie.platform.test.ServiceTest;
import com.accordenergie.user.Office;
import com.accordenergie.user.partner.stream.Telling;
import com.accordenergie.user.partner.webhook.Receiver;
import com.accordenergie.user.partner.webhook.Setup;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What is sent to a partner's server once more, because somebody asked for it. */
@ServiceTest
class WebhookReplayTest {

  @Autowired Office office;
  @Autowired Telling telling;
  @Autowired Intake intake;
  @Autowired Deliveries deliveries;
  @Autowired JdbcClient jdbc;

  @Test
  void whatIsGivenUpIsShownLetsTheNextOnePassAndIsReplayed() {
    try (var receiver = new Receiver().answering(500)) {
      Setup setup = Setup.of(office, receiver);
      UUID intervention = UUID.randomUUID();
      List<UUID> told = setup.tell(telling, intervention, 1, 1);
      List<JsonNode> failed = setup.awaitStates("FAILED", 1);
      assertThat(failed.getFirst().required("answerStatus").asInt()).isEqualTo(500);
      assertThat(failed.getFirst().required("attempts").asInt()).isGreaterThan(3);
      assertThat(failed.getFirst().required("nextAttemptAt").isNull()).isTrue();

      receiver.answering(204);
      List<UUID> next = setup.tell(telling, intervention, 2, 2);
      setup.awaitStates("DELIVERED", 1);
      JsonNode replay =
          Office.json(
              office
                  .post(office.admin(), setup.deliveries() + "/replay", Map.of("state", "FAILED"))
                  .expectStatus()
                  .isAccepted());

      assertThat(replay.required("deliveries").asInt()).isOne();
      setup.awaitStates("DELIVERED", 2);
      assertThat(receiver.ids()).endsWith(next.getFirst(), told.getFirst());
    }
  }

  @Test
  void oneDeliveryIsSentAgainWithTheSameId() {
    try (var receiver = new Receiver()) {
      Setup setup = Setup.of(office, receiver);
      List<UUID> told = setup.tell(telling, UUID.randomUUID(), 1, 2);
      JsonNode first = setup.awaitStates("DELIVERED", 2).getLast();

      office
          .post(office.admin(), setup.deliveries() + "/" + Office.id(first) + "/replay", Map.of())
          .expectStatus()
          .isAccepted();

      receiver.await(3);
      assertThat(receiver.ids()).containsExactly(told.get(0), told.get(1), told.get(0));
      office
          .post(office.admin(), setup.deliveries() + "/" + UUID.randomUUID() + "/replay", Map.of())
          .expectStatus()
          .isNotFound();
    }
  }

  @Test
  void anEarlierOneThatIsWantedAgainMeanwhileGoesBeforeTheNextTry() {
    try (var receiver = new Receiver()) {
      Setup setup = Setup.of(office, receiver);
      UUID intervention = UUID.randomUUID();
      UUID first = setup.tell(telling, intervention, 1, 1).getFirst();
      UUID delivery = Office.id(setup.awaitStates("DELIVERED", 1).getFirst());
      receiver.answering(
          call -> {
            if (call.number() > 1) {
              return Receiver.Answer.of(204);
            }
            office
                .post(office.admin(), setup.deliveries() + "/" + delivery + "/replay", Map.of())
                .expectStatus()
                .isAccepted();
            return Receiver.Answer.of(500);
          });
      UUID second = setup.tell(telling, intervention, 2, 2).getFirst();

      receiver.await(4);
      assertThat(receiver.ids()).containsExactly(first, second, first, second);
    }
  }

  @Test
  void itGoesBeforeOneThatWasTakenAndNotSent() {
    itGoesBeforeOneThatWasTaken(deliveries::release);
  }

  @Test
  void itGoesBeforeOneWhoseInstanceDied() {
    itGoesBeforeOneThatWasTaken(
        taken ->
            jdbc.sql("update webhook_delivery set due_at = utc_timestamp(6) where id = ?")
                .param(Ids.bytes(taken.id()))
                .update());
  }

  private void itGoesBeforeOneThatWasTaken(Consumer<Claimed> then) {
    try (var receiver = new Receiver()) {
      Setup setup = Setup.of(office, receiver);
      UUID intervention = UUID.randomUUID();
      UUID first = setup.tell(telling, intervention, 1, 1).getFirst();
      UUID delivery = Office.id(setup.awaitStates("DELIVERED", 1).getFirst());
      receiver.answering(503);
      UUID second = setup.tell(telling, intervention, 2, 2).getFirst();
      Claimed taken = takenBySomebodyElse(setup, second, intervention);
      receiver.answering(204);
      int before = receiver.ids().size();
      office
          .post(office.admin(), setup.deliveries() + "/" + delivery + "/replay", Map.of())
          .expectStatus()
          .isAccepted();

      then.accept(taken);

      receiver.await(before + 2);
      assertThat(receiver.ids().subList(before, before + 2)).containsExactly(first, second);
    }
  }

  private Claimed takenBySomebodyElse(Setup setup, UUID event, UUID subject) {
    JsonNode waiting = setup.awaitStates("WAITING", 1).getFirst();
    UUID claim = UUID.randomUUID();
    await("between two tries")
        .until(
            () ->
                jdbc.sql(
                            """
                            update webhook_delivery
                            set claim = ?, due_at = utc_timestamp(6) + interval 1 hour
                            where id = ? and state = 'WAITING' and claim is null
                            """)
                        .params(Ids.bytes(claim), Ids.bytes(Office.id(waiting)))
                        .update()
                    == 1);
    return new Claimed(
        Office.id(waiting),
        setup.webhook(),
        claim,
        event,
        subject,
        "http://localhost/",
        new byte[0],
        1,
        null,
        Instant.now());
  }

  @Test
  void aSpanOfThePastComesFromTheStreamAgainInOrder() {
    try (var receiver = new Receiver()) {
      UUID client = office.takeOn();
      UUID partner = Office.id(office.create(Office.PARTNERS, Office.partner(client)));
      UUID intervention = UUID.randomUUID();
      List<UUID> before =
          telling.versions(intervention, client, 1, 10).stream().map(UUID::fromString).toList();
      Setup.awaitInFeed(office, partner, before.getLast());
      Setup setup = Setup.of(office, client, partner, receiver);
      List<UUID> after = setup.tell(telling, intervention, 11, 20);
      receiver.await(10);
      setup.awaitStates("DELIVERED", 10);
      assertThat(receiver.ids()).as("only what happens from now on").isEqualTo(after);

      office
          .post(
              office.admin(),
              setup.deliveries() + "/replay",
              Map.of("from", "2026-01-01T00:00:00Z"))
          .expectStatus()
          .isAccepted();
      receiver.await(30);
      List<UUID> again = new ArrayList<>(before);
      again.addAll(after);
      assertThat(receiver.ids().subList(10, 30)).isEqualTo(again);

      setup.tell(telling, intervention, 21, 21);
      receiver.await(31);
    }
  }

  /** For a moment two may believe that it is theirs to do, when a turn changes hands. */
  @Test
  void aPieceOfThePastIsTakenByOneOnly() {
    try (var receiver = new Receiver()) {
      Setup setup = Setup.of(office, receiver);
      UUID webhook = setup.webhook();
      office.change(setup.uri(), 1, Map.of("state", "PAUSED"));
      intake.askAgain(webhook, Instant.now().minusSeconds(60), Instant.now());
      int replays = intake.progress(webhook).orElseThrow().replays();
      var piece =
          List.of(
              new NewDelivery(
                  UUID.randomUUID(),
                  "intervention.updated",
                  setup.client(),
                  UUID.randomUUID(),
                  Instant.now(),
                  "{}".getBytes(StandardCharsets.UTF_8)));
      var first = new Position(1, 10, 10);
      var last = new Position(1, 20, 20);

      assertThat(intake.takeAgain(webhook, replays, null, first, piece, false)).isTrue();
      assertThat(intake.takeAgain(webhook, replays, null, first, piece, false)).isFalse();
      assertThat(intake.takeAgain(webhook, replays, first, last, piece, true)).isTrue();
      assertThat(intake.takeAgain(webhook, replays, first, last, piece, true)).isFalse();
      assertThat(setup.all("?state=WAITING")).hasSize(2);
    }
  }
}
