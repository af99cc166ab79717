package com.accordenergie.user.partner.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.accordenergie.platform.messaging.Streams;
import com.accordenergie.platform.test.PublishedEvents;
import com.accordenergie.platform.test.SecondInstance;
import com.accordenergie.platform.test.ServiceTest;
import com.accordenergie.user.Office;
import com.accordenergie.user.UserServiceApplication;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;

/** Whatever breaks while the streams are written: nothing is missing in them, and nothing twice. */
@ServiceTest
class PartnerFaultTest {

  private static final int CUTS = 6;
  private static final int BETWEEN_CUTS = 400;

  private static final List<String> POISON =
      List.of(
          "",
          "{",
          "[]",
          "null",
          "\u0000",
          "{\"type\":\"com.accordenergie.intervention.updated.v1\"}",
          "{\"type\":\"com.accordenergie.intervention.updated.v99\",\"id\":5}");

  @Autowired Office office;
  @Autowired PublishedEvents events;
  @Autowired Telling telling;
  @Autowired Environment environment;
  @Autowired Streams streams;
  @Autowired StreamTable table;

  private UUID partnerOf(UUID... clients) {
    return Office.id(office.create(Office.PARTNERS, Office.partner(clients)));
  }

  @Test
  void whoWritesIsCutOffInTheMiddleAgainAndAgain() {
    UUID client = office.takeOn();
    UUID partner = partnerOf(client);
    UUID other = partnerOf(client);
    new FeedReader(office, partner).untilThereAre(1);

    Map<String, List<String>> told = tellWhileItIsCutOff(client);

    assertThat(bySubject(read(partner, CUTS * BETWEEN_CUTS))).isEqualTo(told);
    assertThat(bySubject(read(other, CUTS * BETWEEN_CUTS))).isEqualTo(told);
  }

  @Test
  void twoInstancesTakeTurns() {
    UUID client = office.takeOn();
    UUID partner = partnerOf(client);
    new FeedReader(office, partner).untilThereAre(1);

    Map<String, List<String>> told;
    try (var second = SecondInstance.beside(environment, UserServiceApplication.class)) {
      told = tellWhileItIsCutOff(client);
    }

    assertThat(bySubject(read(partner, CUTS * BETWEEN_CUTS))).isEqualTo(told);
  }

  @Test
  void aStreamThatIsCutOffWhileItIsFilledIsFilledAnew() {
    UUID client = office.takeOn();
    UUID second = office.takeOn();
    List<String> told = telling.versions(UUID.randomUUID(), client, 1, 500);
    UUID partner = partnerOf(second);
    new FeedReader(office, partner).untilThereAre(1);
    TurnOnTheBroker turn = new TurnOnTheBroker(environment);

    office.change(Office.PARTNERS + "/" + partner, 1, Map.of("clientIds", List.of(client)));
    turn.cut();
    awaitClients(partner, client);

    assertThat(ids(read(partner, told.size()))).isEqualTo(told);
  }

  @Test
  void aLostStreamIsWrittenAnew() {
    UUID client = office.takeOn();
    UUID partner = partnerOf(client);
    UUID intervention = UUID.randomUUID();
    List<String> told = new ArrayList<>(telling.versions(intervention, client, 1, 20));
    FeedReader reader = new FeedReader(office, partner).untilThereAre(21);

    streams.delete(table.current(partner).orElseThrow().queue());
    told.addAll(telling.versions(intervention, client, 21, 40));

    reader.untilGeneration(2).untilThereAre(41);
    assertThat(reader.idsOfWork()).as("it goes on where it was").isEqualTo(told);
    assertThat(reader.events()).hasSize(41);
  }

  @Test
  void whatMakesNoSenseHoldsNobodyUp() {
    UUID client = office.takeOn();
    UUID partner = partnerOf(client);
    UUID intervention = UUID.randomUUID();
    List<String> told = new ArrayList<>(telling.versions(intervention, client, 1, 5));

    for (String poison : POISON) {
      events.publishRaw("intervention.updated", poison.getBytes(StandardCharsets.UTF_8));
    }
    events.publishRaw("comment.added", new byte[2_000_000]);
    telling.tell("comment.added", intervention, 1, Map.of("id", intervention, "clientId", client));
    telling.tell("intervention.updated", intervention, 6, Map.of("changes", "none"));
    telling.tell("intervention.status-changed", intervention, 6, Map.of("clientId", client));
    told.addAll(telling.versions(intervention, client, 6, 10));

    assertThat(ids(read(partner, told.size()))).isEqualTo(told);
  }

  /** By the intervention that they tell of, in the order in which they were told. */
  private Map<String, List<String>> tellWhileItIsCutOff(UUID client) {
    TurnOnTheBroker turn = new TurnOnTheBroker(environment);
    Map<String, List<String>> told = new HashMap<>();
    for (int cut = 0; cut < CUTS; cut++) {
      UUID intervention = UUID.randomUUID();
      var cutting = CompletableFuture.runAsync(turn::cut);
      told.put(
          intervention.toString(), telling.versions(intervention, client, 1, BETWEEN_CUTS));
      cutting.join();
    }
    return told;
  }

  /** Until the stream that the partner reads is one of this client. */
  private void awaitClients(UUID partner, UUID client) {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> {
              FeedReader reader = new FeedReader(office, partner);
              reader.read();
              assertThat(reader.opening()).contains(client.toString());
            });
  }

  /** What a reader who begins now reads, but for the client itself. */
  private List<JsonNode> read(UUID partner, int count) {
    FeedReader reader = new FeedReader(office, partner).untilThereAre(count + 1);
    assertThat(reader.events()).hasSize(count + 1);
    return reader.events().stream()
        .filter(event -> !event.required("type").asString().contains(".client."))
        .toList();
  }

  private static List<String> ids(List<JsonNode> events) {
    return events.stream().map(event -> event.required("id").asString()).toList();
  }

  private static Map<String, List<String>> bySubject(List<JsonNode> events) {
    return events.stream()
        .collect(
            Collectors.groupingBy(
                event -> event.required("subject").asString(),
                Collectors.mapping(
                    event -> event.required("id").asString(), Collectors.toList())));
  }
}
