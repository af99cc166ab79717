package com.accordenergie.user.partner.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.accordenergie.platform.id.Ids;
import com.accordenergie.platform.identity.Caller;
import com.accordenergie.platform.messaging.StreamCursor;
import com.accordenergie.platform.messaging.Streams;
import com.accordenergie.platform.test.Api;
import com.accordenergie.platform.test.ServiceTest;
import com.accordenergie.platform.test.Tokens;
import com.accordenergie.user.Office;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** The stream over HTTPS. */
@ServiceTest
class PartnerFeedTest {

  private static final String CANARY = "CANARI-7f3a";
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static final Executor AT_ONCE = task -> Thread.ofVirtual().start(task);

  @Autowired Office office;
  @Autowired Api api;
  @Autowired Tokens tokens;
  @Autowired Telling telling;
  @Autowired Streams streams;
  @Autowired StreamTable table;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transactions;

  private UUID client;
  private UUID partner;

  @BeforeEach
  void aPartner() {
    client = office.takeOn();
    partner = Office.id(office.create(Office.PARTNERS, Office.partner(client)));
    new FeedReader(office, partner).untilThereAre(1);
  }

  private RestTestClient.ResponseSpec ask(String query) {
    return office.get(Caller.partner(partner), FeedReader.EVENTS + query);
  }

  private static List<String> ids(JsonNode page) {
    return page.required("items")
        .valueStream()
        .map(event -> event.required("id").asString())
        .toList();
  }

  @Test
  void anyPageSizeGivesEachEventOnceWhileOthersCome() throws Exception {
    UUID intervention = UUID.randomUUID();
    var coming = CompletableFuture.supplyAsync(() -> telling.versions(intervention, client, 1, 200));

    List<FeedReader> readers =
        List.of(
            new FeedReader(office, partner, 1),
            new FeedReader(office, partner, 13),
            new FeedReader(office, partner, 100));
    readers.forEach(reader -> reader.untilThereAre(201));

    List<String> told = coming.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    for (FeedReader reader : readers) {
      assertThat(reader.idsOfWork()).isEqualTo(told);
      assertThat(reader.events()).hasSize(201);
    }
  }

  @Test
  void itIsTheStreamItself() throws Exception {
    telling.versions(UUID.randomUUID(), client, 1, 40);
    FeedReader reader = new FeedReader(office, partner).untilThereAre(41);

    List<String> onTheBroker =
        entries().stream().map(entry -> entry.properties().getMessageId()).toList();

    assertThat(onTheBroker.subList(1, 42)).isEqualTo(reader.ids());
  }

  /** All that stands in the partner's stream. */
  private List<StreamCursor.Entry> entries() throws Exception {
    String queue = table.current(partner).orElseThrow().queue();
    try (StreamCursor cursor = streams.readFirst(queue, 1000)) {
      List<StreamCursor.Entry> entries = new ArrayList<>();
      StreamCursor.Entry first = cursor.next(PATIENCE);
      assertThat(first).isNotNull();
      entries.add(first);
      entries.addAll(cursor.rest());
      return entries;
    }
  }

  @Test
  void whoWaitsHearsItAtOnceAndWhoWaitsInVainIsToldSo() throws Exception {
    FeedReader reader = new FeedReader(office, partner).untilThereAre(1);
    String after = "?after=" + reader.cursor();
    long began = System.nanoTime();
    JsonNode nothing = Office.json(ask(after + "&wait=1").expectStatus().isOk());
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThan(Duration.ofMillis(900));
    assertThat(ids(nothing)).isEmpty();

    String next = "?after=" + nothing.required("nextCursor").asString();
    var waiting =
        CompletableFuture.supplyAsync(() -> Office.json(ask(next + "&wait=30").expectStatus().isOk()));
    assertStillWaiting(waiting);
    List<String> told = telling.versions(UUID.randomUUID(), client, 1, 1);

    assertThat(ids(waiting.get(30, TimeUnit.SECONDS))).isEqualTo(told);
  }

  @Test
  void nobodyWaitsLongerThanTheirTokenIsGood() {
    String after = "?after=" + new FeedReader(office, partner).untilThereAre(1).cursor();
    String token = tokens.expiringIn(Caller.partner(partner), Duration.ofSeconds(2));
    long began = System.nanoTime();

    api.withToken(token)
        .get()
        .uri(FeedReader.EVENTS + after + "&wait=30")
        .exchange()
        .expectStatus()
        .isOk();
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(15));
  }

  private static void assertStillWaiting(CompletableFuture<?> waiting)
      throws InterruptedException, ExecutionException {
    try {
      waiting.get(300, TimeUnit.MILLISECONDS);
      throw new AssertionError("it did not wait");
    } catch (TimeoutException expected) {
      assertThat(waiting).isNotDone();
    }
  }

  @Test
  void moreThanAFewThatWaitAreSentAway() throws Exception {
    String after = "?after=" + new FeedReader(office, partner).untilThereAre(1).cursor();
    List<CompletableFuture<Integer>> answers =
        Collections.nCopies(6, after + "&wait=3").stream()
            .map(
                query ->
                    CompletableFuture.supplyAsync(
                        () -> ask(query).returnResult().getStatus().value(), AT_ONCE))
            .toList();
    List<Integer> statuses = new ArrayList<>();
    for (CompletableFuture<Integer> answer : answers) {
      statuses.add(answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS));
    }
    assertThat(statuses).containsOnly(200, 429).filteredOn(status -> status == 429).hasSize(2);
    ask(after).expectStatus().isOk();
  }

  @Test
  void beginsAtATime() {
    telling.versions(UUID.randomUUID(), client, 1, 30);
    FeedReader all = new FeedReader(office, partner).untilThereAre(31);
    Instant time = Instant.parse(all.events().get(20).required("time").asString());
    List<String> since =
        all.events().stream()
            .filter(event -> !Instant.parse(event.required("time").asString()).isBefore(time))
            .map(event -> event.required("id").asString())
            .toList();

    assertThat(ids(Office.json(ask("?limit=100&from=" + time).expectStatus().isOk())))
        .containsSubsequence(since)
        .doesNotContainAnyElementsOf(all.ids().subList(0, 10));
    JsonNode future =
        Office.json(ask("?from=" + time.plus(Duration.ofDays(2))).expectStatus().isOk());
    assertThat(ids(future)).isEmpty();
    assertThat(future.required("nextCursor").asString()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "?after=",
        "?after=nonsense",
        "?after=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "?after=%00",
        "?from=yesterday",
        "?limit=0",
        "?limit=101",
        "?limit=x",
        "?wait=31",
        "?wait=-1",
        "?surprise=1"
      })
  void whatMakesNoSenseIsRefused(String query) {
    ask(query).expectStatus().isBadRequest();
  }

  @Test
  void aCursorIsOfOneFeedOnly() {
    String cursor = new FeedReader(office, partner).untilThereAre(1).cursor();
    char last = cursor.charAt(20);
    String forged = cursor.substring(0, 20) + (last == 'A' ? 'B' : 'A') + cursor.substring(21);
    UUID other = Office.id(office.create(Office.PARTNERS, Office.partner(client)));
    new FeedReader(office, other).untilThereAre(1);

    ask("?after=" + forged).expectStatus().isBadRequest();
    ask("?after=" + cursor + "&from=2026-01-01T00:00:00Z").expectStatus().isBadRequest();
    office
        .get(Caller.partner(other), FeedReader.EVENTS + "?after=" + cursor)
        .expectStatus()
        .isBadRequest();
  }

  /** Its places begin anew, so that all in it would seem to have been read long ago. */
  @Test
  void afterALossOfTheLogTheFeedGoesOnWithAllThatTheNextOneTells() {
    FeedReader reader = new FeedReader(office, partner);
    telling.versions(UUID.randomUUID(), client, 1, 20);
    reader.untilThereAre(21);

    List<String> before = reader.ids();

    loseTheLog();
    office.change(
        Office.PARTNERS + "/" + partner, 1, Map.of("clientIds", List.of(client, office.takeOn())));
    reader.untilGeneration(2);
    List<String> told = telling.versions(UUID.randomUUID(), client, 1, 5);
    reader.untilThereAre(21 + 21 + 1 + 5);

    List<String> after = reader.ids().subList(21, 48);
    assertThat(after).as("nobody knows what of it was in the lost one").containsAll(before);
    assertThat(after.subList(22, 27)).isEqualTo(told);
  }

  /** As far as this partner is concerned: the streams of all others would be written anew for minutes. */
  private void loseTheLog() {
    transactions.executeWithoutResult(
        status -> {
          table.startAnew();
          jdbc.sql(
                  """
                  update partner_stream stream
                  join partner on partner.id = stream.partner_id
                  set stream.log_number = (select log_number from partner_routing)
                  where partner.id <> ?
                  """)
              .param(Ids.bytes(partner))
              .update();
        });
  }

  @Test
  void whoIsNoPartnerOfOursIsNotServed() {
    office
        .get(Caller.partner(UUID.randomUUID()), FeedReader.EVENTS)
        .expectStatus()
        .isForbidden();
    office.delete(office.admin(), Office.PARTNERS + "/" + partner, 1).expectStatus().isNoContent();
    ask("").expectStatus().isForbidden();
  }

  @Test
  void nothingInternalLeavesAByte() throws Exception {
    UUID intervention = UUID.randomUUID();
    Map<String, Object> started = Telling.intervention(intervention, client, "title", "overrideReason");
    started.put("changedBy", Map.of("id", UUID.randomUUID(), "role", "ADMIN"));
    String owner = started.get("ownerId").toString();
    telling.tell("intervention.created", intervention, 1, started);
    telling.tell(
        "comment.added", intervention, 1, Telling.comment(intervention, client, "INTERNAL", CANARY));
    telling.tell(
        "intervention.handed-over",
        intervention,
        2,
        Telling.intervention(intervention, client, "ownerId"));
    telling.tell(
        "intervention.assigned",
        intervention,
        3,
        Telling.intervention(intervention, client, "technicianId"));
    Map<String, Object> held = Telling.intervention(intervention, client, "status");
    Map<String, Object> step = Map.of("code", "NEW", "label", CANARY, "clientLabel", "Demande enregistrée");
    Map<String, Object> transition = new HashMap<>();
    transition.put("from", step);
    transition.put("to", step);
    transition.put("reason", CANARY);
    transition.put("clientReason", null);
    held.put("transition", transition);
    telling.tell("intervention.status-changed", intervention, 4, held);
    telling.tell(
        "comment.added", intervention, 1, Telling.comment(intervention, client, "PUBLIC", "Bonjour"));

    new FeedReader(office, partner).untilThereAre(4);

    List<String> texts =
        entries().stream().map(entry -> new String(entry.body(), StandardCharsets.UTF_8)).toList();
    assertThat(texts).hasSize(5);
    assertThat(texts.toString())
        .contains("Bonjour")
        .doesNotContain(
            CANARY, owner, "INTERNAL", "ownerId", "overrideReason", "technicianId", "authorId", "changedBy");
  }
}
