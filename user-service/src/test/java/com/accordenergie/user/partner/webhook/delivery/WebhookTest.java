package com.accordenergie.user.partner.webhook.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import com.accordenergie.platform.id.Ids;
import com.accordenergie.platform.identity.Caller;
import com.accordenergie.platform.test.EventSchemas;
import com.accordenergie.platform.test.SecondInstance;
import com.accordenergie.platform.test.ServiceTest;
import com.accordenergie.platform.test.TestClock;
import com.accordenergie.user.Office;
import com.accordenergie.user.UserServiceApplication;
import com.accordenergie.user.partner.stream.PartnerStreams;
import com.accordenergie.user.partner.stream.Telling;
import com.accordenergie.user.partner.webhook.Receiver;
import com.accordenergie.user.partner.webhook.Receiver.Answer;
import com.accordenergie.user.partner.webhook.Setup;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Events on their way to a partner's own server. */
@ServiceTest
class WebhookTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Autowired Office office;
  @Autowired Telling telling;
  @Autowired TestClock clock;
  @Autowired Environment environment;
  @Autowired JdbcClient jdbc;
  @Autowired KeptPlaces places;
  @Autowired PartnerStreams streams;

  private static void verify(String secret, Receiver.Call call)
      throws WebhookVerificationException {
    try {
      new Webhook(secret).verify(call.body(), call.headers());
    } catch (EmptyWebhookSecretException empty) {
      throw new AssertionError(empty);
    }
  }

  @Test
  void eachEventComesSignedAndAsItStandsInTheStream() throws Exception {
    try (var receiver = new Receiver()) {
      Setup setup = Setup.of(office, receiver);
      List<UUID> told = setup.tell(telling, UUID.randomUUID(), 1, 5);

      List<Receiver.Call> calls = receiver.await(5);

      assertThat(receiver.ids()).isEqualTo(told);
      Map<String, JsonNode> feed = feed(setup);
      for (Receiver.Call call : calls) {
        verify(setup.secret(), call);
        assertThat(call.method()).isEqualTo("POST");
        assertThat(call.path()).isEqualTo("/events");
        assertThat(call.header("content-type")).isEqualTo("application/cloudevents+json");
        assertThat(call.event()).isEqualTo(feed.get(call.id().toString()));
      }
      assertThatExceptionOfType(WebhookVerificationException.class)
          .isThrownBy(() -> verify("whsec_" + "A".repeat(44), calls.getFirst()));
      List<JsonNode> delivered = setup.awaitStates("DELIVERED", 5);
      assertThat(delivered.getLast().required("eventId").asString())
          .isEqualTo(told.getFirst().toString());
      assertThat(delivered.getLast().required("answerStatus").asInt()).isEqualTo(204);
      assertThat(delivered.getLast().required("attempts").asInt()).isOne();
    }
  }

  @Test
  void anInstanceWhoseClockIsWrongSignsWithTheRightTime() throws Exception {
    try (var receiver = new Receiver()) {
      Setup setup = Setup.of(office, receiver);
      clock.advance(Duration.ofHours(2));
      setup.tell(telling, UUID.randomUUID(), 1, 1);

      verify(setup.secret(), receiver.await(1).getFirst());
    } finally {
      clock.reset();
    }
  }

  private Map<String, JsonNode> feed(Setup setup) {
    return Office.json(
            office
                .get(Caller.partner(setup.partner()), "/api/v1/partner/events?limit=100")
                .expectStatus()
                .isOk())
        .required("items")
        .valueStream()
        .collect(Collectors.toMap(event -> event.required("id").asString(), event -> event));
  }

  @Test
  void aLaterEventWaitsForTheEarlierOneAndOthersDoNot() throws Exception {
    Map<UUID, Integer> tries = new ConcurrentHashMap<>();
    Set<UUID> underWay = ConcurrentHashMap.newKeySet();
    List<UUID> overlapping = new ArrayList<>();
    Map<UUID, List<UUID>> accepted = new ConcurrentHashMap<>();
    try (var receiver =
        new Receiver()
            .answering(
                call -> {
                  if (!underWay.add(call.subject())) {
                    overlapping.add(call.subject());
                  }
                  Thread.sleep(5);
                  underWay.remove(call.subject());
                  int tried = tries.merge(call.id(), 1, Integer::sum);
                  if (tried <= Math.floorMod(call.id().hashCode(), 3)) {
                    return Answer.of(tried == 1 ? 500 : 429);
                  }
                  accepted.computeIfAbsent(call.subject(), id -> new ArrayList<>()).add(call.id());
                  return Answer.of(200);
                })) {
      Setup setup = Setup.of(office, receiver);
      Map<UUID, List<UUID>> told = new HashMap<>();
      for (int i = 0; i < 12; i++) {
        UUID intervention = UUID.randomUUID();
        told.put(intervention, setup.tell(telling, intervention, 1, 8));
      }

      setup.awaitStates("DELIVERED", 96);

      assertThat(accepted).isEqualTo(told);
      assertThat(overlapping).isEmpty();
      assertThat(tries.values()).as("it did fail at times").contains(2, 3);
    }
  }

  @Test
  void duringAnOverlapBothSecretsSign() throws Exception {
    try (var receiver = new Receiver()) {
      Setup setup = Setup.of(office, receiver);
      String second = rotate(setup, Map.of());
      setup.tell(telling, UUID.randomUUID(), 1, 1);
      Receiver.Call call = receiver.await(1).getFirst();
      assertThat(call.header("webhook-signature").split(" ")).hasSize(2);
      verify(setup.secret(), call);
      verify(second, call);

      String third = rotate(setup, Map.of("overlap", "PT0S"));
      setup.tell(telling, UUID.randomUUID(), 1, 1);
      Receiver.Call last = receiver.await(2).getLast();
      verify(third, last);
      for (String former : List.of(setup.secret(), second)) {
        assertThatExceptionOfType(WebhookVerificationException.class)
            .isThrownBy(() -> verify(former, last));
      }
      assertThat(office.read(setup.uri()).required("formerSecretUntil").isNull()).isTrue();
    }
  }

  private String rotate(Setup setup, Map<String, ?> rotation) {
    return Office.json(
            office
                .post(office.admin(), setup.uri() + "/secret", rotation)
                .expectStatus()
                .isOk())
        .required("secret")
        .asString();
  }

  @Test
  void aReceiverThatDoesNotAnswerSlowsNobodyElse() throws Exception {
    CountDownLatch end = new CountDownLatch(1);
    try (var dead =
            new Receiver()
                .answering(
                    call -> {
                      end.await(60, TimeUnit.SECONDS);
                      return Answer.of(204);
                    });
        var other = new Receiver()) {
      UUID client = office.takeOn();
      UUID partner = Office.id(office.create(Office.PARTNERS, Office.partner(client)));
      Setup slow = Setup.of(office, client, partner, dead);
      Setup quick = Setup.of(office, client, partner, other);
      for (int i = 0; i < 100; i++) {
        quick.tell(telling, UUID.randomUUID(), 1, 1);
      }
      dead.awaitAtLeast(8);

      long began = System.nanoTime();
      other.await(100);
      assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
      List<JsonNode> late =
          slow.awaitDeliveries(
              found ->
                  found.stream()
                      .anyMatch(
                          delivery -> delivery.required("error").asString("").contains("2000 ms")));
      assertThat(late).isNotEmpty();
    } finally {
      end.countDown();
    }
  }

  @Test
  void whatWasSentButNotMarkedIsSentAgain() throws Exception {
    CountDownLatch taken = new CountDownLatch(1);
    CountDownLatch marked = new CountDownLatch(1);
    try (var receiver =
        new Receiver()
            .answering(
                call -> {
                  if (call.number() == 0) {
                    taken.countDown();
                    marked.await(1500, TimeUnit.MILLISECONDS);
                  }
                  return Answer.of(204);
                })) {
      Setup setup = Setup.of(office, receiver);
      UUID intervention = UUID.randomUUID();
      List<UUID> told = setup.tell(telling, intervention, 1, 2);
      assertThat(taken.await(20, TimeUnit.SECONDS)).isTrue();

      // The instance that sent it is killed: its claim ends, and nobody marks anything.
      jdbc.sql(
              """
              update webhook_delivery set claim = ?, due_at = timestampadd(second, 2, utc_timestamp(6))
              where webhook_id = ? and claim is not null
              """)
          .params(new byte[16], Ids.bytes(setup.webhook()))
          .update();
      marked.countDown();

      setup.awaitStates("DELIVERED", 2);
      assertThat(receiver.ids()).containsExactly(told.get(0), told.get(0), told.get(1));
    }
  }

  @Test
  void nobodyIsLedElsewhereOrDrownedInAnAnswer() {
    try (var elsewhere = new Receiver();
        var receiver =
            new Receiver()
                .answering(
                    call ->
                        call.number() == 0
                            ? Answer.of(302).with("Location", elsewhere.url())
                            : new Answer(200, Map.of(), new byte[5_000_000]))) {
      Setup setup = Setup.of(office, receiver);
      setup.tell(telling, UUID.randomUUID(), 1, 3);
      setup.awaitStates("DELIVERED", 3);
      assertThat(receiver.calls()).hasSize(4);
      assertThat(elsewhere.calls()).isEmpty();
    }
  }

  @Test
  void afterALossOfTheLogWhatIsToldInTheNextOneIsSent() {
    try (var receiver = new Receiver()) {
      Setup setup = Setup.of(office, receiver);
      setup.tell(telling, UUID.randomUUID(), 1, 1);
      setup.awaitStates("DELIVERED", 1);
      seemToHaveReadFarAhead(setup);

      loseTheLog(setup);
      // As long as only the stream of the lost one is there, nothing is read.
      assertThat(streams.current()).doesNotContainKey(setup.partner());
      office.change(
          Office.PARTNERS + "/" + setup.partner(),
          1,
          Map.of("clientIds", List.of(setup.client(), office.takeOn())));
      List<UUID> told = setup.tell(telling, UUID.randomUUID(), 1, 3);

      await()
          .dontCatchUncaughtExceptions()
          .atMost(PATIENCE)
          .untilAsserted(() -> assertThat(receiver.ids()).containsSubsequence(told));
    }
  }

  /** As one whose log was much longer than the one that follows it. */
  private void seemToHaveReadFarAhead(Setup setup) {
    jdbc.sql("update partner_webhook set place = 1000000000 where id = ?")
        .param(Ids.bytes(setup.webhook()))
        .update();
  }

  /** As far as this partner is concerned. */
  private void loseTheLog(Setup setup) {
    places.startAnew();
    jdbc.sql("update partner_stream set log_number = log_number - 1 where partner_id = ?")
        .param(Ids.bytes(setup.partner()))
        .update();
  }

  @Test
  void aTestIsSentLikeAnEvent() throws Exception {
    try (var receiver = new Receiver()) {
      Setup setup = Setup.of(office, receiver);
      JsonNode waiting =
          Office.json(
              office
                  .post(office.admin(), setup.uri() + "/test", Map.of())
                  .expectStatus()
                  .isAccepted());
      Receiver.Call call = receiver.await(1).getFirst();
      verify(setup.secret(), call);
      assertThat(call.id().toString()).isEqualTo(waiting.required("eventId").asString());
      assertThat(call.event().required("type").asString())
          .isEqualTo("com.accordenergie.partner.webhook.test.v1");
      assertThat(
              new EventSchemas()
                  .violations(
                      call.event().required("dataschema").asString(),
                      call.event().required("data")))
          .isEmpty();
    }
  }

  @Test
  void twoInstancesShareTheWork() throws Exception {
    try (var receiver = new Receiver();
        var second = SecondInstance.beside(environment, UserServiceApplication.class)) {
      assertThat(second.isRunning()).isTrue();
      Setup setup = Setup.of(office, receiver);
      Map<UUID, List<UUID>> told = new HashMap<>();
      IntStream.range(0, 20)
          .forEach(
              i -> {
                UUID intervention = UUID.randomUUID();
                told.put(intervention, setup.tell(telling, intervention, 1, 10));
              });
      setup.awaitStates("DELIVERED", 200);
      assertThat(
              receiver.calls().stream()
                  .collect(
                      Collectors.groupingBy(
                          Receiver.Call::subject,
                          Collectors.mapping(Receiver.Call::id, Collectors.toList()))))
          .isEqualTo(told);
    }
  }
}
