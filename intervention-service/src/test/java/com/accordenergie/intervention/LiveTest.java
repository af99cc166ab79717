package com.accordenergie.intervention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.accordenergie.platform.identity.Caller;
import com.accordenergie.platform.messaging.EventType;
import com.accordenergie.platform.test.Api;
import com.accordenergie.platform.test.CapturedEvents;
import com.accordenergie.platform.test.EventStream;
import com.accordenergie.platform.test.EventStream.Heard;
import com.accordenergie.platform.test.PublishedEvents;
import com.accordenergie.platform.test.ServiceTest;
import com.accordenergie.platform.test.Tokens;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What is told as it happens: to whom, in which order, and however often the line is cut. */
@ServiceTest
class LiveTest {

  /** In this order, on one intervention; a dash: not a word. */
  private static final String TABLE =
      """
      what happens          | admin          | owner          | colleague   | technician     | other technician | client         | other client
      is created            | created        | created        | -           | -              | -                | created        | -
      is assigned           | status-changed | status-changed | -           | status-changed | -                | status-changed | -
      is retitled           | updated        | updated        | -           | updated        | -                | updated        | -
      is planned            | status-changed | status-changed | -           | status-changed | -                | status-changed | -
      is moved              | scheduled      | scheduled      | -           | scheduled      | -                | scheduled      | -
      goes to another       | assigned       | assigned       | -           | gone           | assigned         | assigned       | -
      is commented          | comment.added  | comment.added  | -           | -              | comment.added    | comment.added  | -
      is commented inside   | comment.added  | comment.added  | -           | -              | comment.added    | -              | -
      gets a public photo   | attachment.added | attachment.added | -       | -              | attachment.added | attachment.added | -
      gets an inside photo  | attachment.added | attachment.added | -       | -              | attachment.added | -              | -
      is handed over        | handed-over    | gone           | handed-over | -              | handed-over      | -              | -
      is handed back anew   | handed-over    | handed-over    | gone        | -              | handed-over      | updated        | -
      is taken back         | status-changed | status-changed | -           | -              | gone             | status-changed | -
      technician is renamed | user.updated   | user.updated   | user.updated | -             | -                | -              | -
      contact is renamed    | user.updated   | -              | -           | -              | -                | -              | -
      contact is erased     | user.erased    | -              | -           | -              | -                | -              | -
      client is renamed     | client.updated | client.updated | client.updated | -           | -                | -              | -
      site is renamed       | site.updated   | site.updated   | site.updated | -             | -                | -              | -
      a status is added     | list.changed   | list.changed   | list.changed | list.changed  | list.changed     | list.changed   | list.changed
      """;

  private static final List<List<String>> ROWS =
      TABLE
          .lines()
          .map(line -> List.of(line.trim().split(" *\\| *")))
          .toList();

  @Autowired Trade trade;
  @Autowired Lists lists;
  @Autowired Api api;
  @Autowired Tokens tokens;
  @Autowired PublishedEvents events;
  @Autowired CapturedEvents captured;
  @Autowired MeterRegistry meters;

  @Test
  void everybodyHearsWhatIsTheirsAndNotAWordMore() {
    Cast cast = trade.cast();
    List<String> people = ROWS.getFirst().subList(1, ROWS.getFirst().size());
    UUID bell = trade.interventionIn("ASSIGNED", cast);
    UUID otherBell = theOthersIntervention(cast);
    Map<String, EventStream> streams = new LinkedHashMap<>();
    people.forEach(who -> streams.put(who, open(cast.called(who), null)));
    streams.values().forEach(EventStream::awaitPlace);
    Map<String, Integer> seen = new HashMap<>();
    UUID id = null;

    for (List<String> row : ROWS.subList(1, ROWS.size())) {
      id = happens(row.getFirst(), id, cast);
      UUID rung = ring(bell, cast.clientId());
      UUID otherRung = ring(otherBell, cast.otherClientId());
      for (int i = 0; i < people.size(); i++) {
        String who = people.get(i);
        EventStream stream = streams.get(who);
        UUID own = List.of("colleague", "other technician", "other client").contains(who) ? otherRung : rung;
        stream.hears(who + " hears the bell", heard -> heard.value("id").equals(own.toString()));
        if (who.equals("admin")) {
          stream.hears("the admin hears both", heard -> heard.value("id").equals(otherRung.toString()));
        }
        List<Heard> heard = stream.heard();
        List<Heard> news =
            heard.subList(seen.getOrDefault(who, 0), heard.size()).stream()
                .filter(each -> !isOneOf(each, rung, otherRung))
                .toList();
        seen.put(who, heard.size());
        assertThat(news.stream().map(Heard::type).map(type -> type.replace("intervention.", "")))
            .as("%s, heard by the %s", row.getFirst(), who)
            .isEqualTo(row.get(i + 1).equals("-") ? List.of() : List.of(row.get(i + 1)));
      }
    }
    for (EventStream stream : streams.values()) {
      assertThat(stream.heard())
          .allSatisfy(
              heard -> {
                assertThat(heard.data().propertyNames()).isSubsetOf("type", "interventionId", "id");
                assertThat(heard.value("type")).isEqualTo(heard.type());
              });
      stream.close();
    }
  }

  private static boolean isOneOf(Heard heard, UUID... ids) {
    return List.of(ids).stream().anyMatch(id -> heard.value("id").equals(id.toString()));
  }

  /** Of those who have nothing to do with the first one. */
  private UUID theOthersIntervention(Cast cast) {
    Map<String, Object> request = trade.request(cast);
    request.put("clientId", cast.otherClientId());
    request.put("siteId", cast.otherSite());
    UUID id = trade.post(cast.colleague(), "/api/v1/interventions", request).is(201).id();
    trade
        .move(
            cast.colleague(),
            id,
            Map.of("to", "ASSIGNED", "technicianId", cast.otherTechnician().id()))
        .is(200);
    captured.awaitSequence(id, 2);
    return id;
  }

  private UUID happens(String what, @Nullable UUID before, Cast cast) {
    UUID id = before == null ? trade.newIntervention(cast) : before;
    UUID thing = UUID.randomUUID();
    switch (what) {
      case "is created" -> {
        // It is.
      }
      case "is assigned" -> trade.move(cast.owner(), id, trade.takesAll("ASSIGNED", cast)).is(200);
      case "is retitled" -> trade.change(cast.owner(), id, Map.of("title", "Fuite")).is(200);
      case "is planned" -> trade.move(cast.owner(), id, trade.takesAll("SCHEDULED", cast)).is(200);
      case "is moved" -> {
        var start = trade.freshTime();
        trade
            .change(
                cast.owner(),
                id,
                Map.of("plannedStart", start, "plannedEnd", start.plusSeconds(3600)))
            .is(200);
      }
      case "goes to another" ->
          trade
              .change(cast.owner(), id, Map.of("technicianId", cast.otherTechnician().id()))
              .is(200);
      case "is commented" -> told("comment.added", thing, id, cast.clientId(), "PUBLIC");
      case "is commented inside" -> told("comment.added", thing, id, cast.clientId(), "INTERNAL");
      case "gets a public photo" -> told("attachment.added", thing, id, cast.clientId(), "PUBLIC");
      case "gets an inside photo" ->
          told("attachment.added", thing, id, cast.clientId(), "INTERNAL");
      case "is handed over" ->
          trade.change(cast.admin(), id, Map.of("ownerId", cast.colleague().id())).is(200);
      case "is handed back anew" ->
          trade
              .change(
                  cast.admin(), id, Map.of("ownerId", cast.owner().id(), "title", "Fuite au sous-sol"))
              .is(200);
      case "is taken back" -> trade.move(cast.owner(), id, trade.takesAll("NEW", cast)).is(200);
      case "technician is renamed" -> trade.tellPerson(cast.technician(), true, 2);
      case "contact is renamed" -> trade.tellPerson(cast.otherClient(), true, 2);
      case "contact is erased" -> {
        events.publish(EventType.v1("user.erased"), thing, 1, Map.of("id", thing));
      }
      case "client is renamed" -> trade.tellClient(cast.clientId(), "Les Tilleuls", true, 2);
      case "site is renamed" -> trade.tellSite(cast.clientId(), cast.site(), true, 2);
      case "a status is added" -> {
        String code = lists.inactiveStatus(cast.admin());
        await()
            .atMost(Duration.ofSeconds(30))
            .until(
                () ->
                    captured.of(Lists.AGGREGATE).stream()
                        .anyMatch(told -> told.data().path("code").asString().equals(code)));
      }
      default -> throw new IllegalArgumentException(what);
    }
    captured.awaitSequence(id, trade.version(id));
    switch (what.substring(what.lastIndexOf(' ') + 1)) {
      case "commented", "inside", "photo", "erased" -> captured.awaitSequence(thing, 1);
      case "renamed" -> captured.awaitSequence(renamed(what, cast), 2);
      default -> {
        // Nothing besides.
      }
    }
    return id;
  }

  private static UUID renamed(String what, Cast cast) {
    return switch (what.substring(0, what.indexOf(' '))) {
      case "technician" -> cast.technician().id();
      case "contact" -> cast.otherClient().id();
      case "client" -> cast.clientId();
      default -> cast.site();
    };
  }

  /** Those who see the intervention hear it, and nothing that was told before comes after it. */
  private UUID ring(UUID intervention, UUID client) {
    UUID comment = UUID.randomUUID();
    told("comment.added", comment, intervention, client, "PUBLIC");
    return comment;
  }

  /** As the comment-service does. */
  private void told(String type, UUID id, UUID intervention, UUID client, String visibility) {
    events.publish(
        EventType.v1(type),
        intervention,
        1,
        Map.of(
            "id", id, "interventionId", intervention, "clientId", client, "visibility", visibility));
  }

  @Test
  void whatARelayTellsAgainIsHeardOnce() {
    Cast cast = trade.cast();
    UUID id = trade.newIntervention(cast);
    UUID comment = UUID.randomUUID();
    EventStream stream = open(cast.admin(), null);
    stream.awaitPlace();
    byte[] body =
        events.body(
            UUID.randomUUID(),
            EventType.v1("comment.added"),
            id,
            1,
            Map.of(
                "id", comment, "interventionId", id, "clientId", cast.clientId(), "visibility", "PUBLIC"));

    events.inOrder(
        () -> {
          events.publishRaw("comment.added", body);
          events.publishRaw("comment.added", body);
        });
    UUID rung = ring(id, cast.clientId());
    stream.hears("the bell", heard -> heard.value("id").equals(rung.toString()));

    assertThat(stream.heard()).filteredOn(heard -> isOneOf(heard, comment)).hasSize(1);
    stream.close();
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 5, 8, 13})
  void whoIsCutOffAgainAndAgainHearsEverythingOnce(long seed) throws Exception {
    var random = new Random(seed);
    Cast cast = trade.cast();
    UUID id = trade.newIntervention(cast);
    captured.awaitSequence(id, 1);
    List<String> told = new ArrayList<>();
    List<String> heard = new ArrayList<>();
    EventStream stream = open(cast.client(), null);
    stream.awaitPlace();

    Thread talking =
        Thread.ofVirtual()
            .start(
                () ->
                    events.inOrder(
                        () -> {
                          for (int i = 0; i < 400; i++) {
                            boolean inside = random.nextInt(3) == 0;
                            UUID comment = UUID.randomUUID();
                            if (!inside) {
                              told.add(comment.toString());
                            }
                            told(
                                "comment.added",
                                comment,
                                id,
                                cast.clientId(),
                                inside ? "INTERNAL" : "PUBLIC");
                          }
                        }));
    var cuts = new Random(-seed);
    while (talking.isAlive()) {
      int enough = cuts.nextInt(40);
      EventStream current = stream;
      await()
          .atMost(Duration.ofSeconds(20))
          .pollInterval(Duration.ofMillis(1))
          .until(() -> current.heard().size() >= enough || !talking.isAlive());
      current.close();
      current.heard().forEach(one -> heard.add(one.value("id")));
      stream = open(cast.client(), current.lastId());
    }
    talking.join();
    stream.hears("the last one", one -> one.value("id").equals(told.getLast()));
    stream.close();
    stream.heard().forEach(one -> heard.add(one.value("id")));

    assertThat(heard).isEqualTo(told);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nonsense", "42", "AAAAAAAAAAAAAAAAAAAAAA"})
  void whoHeardSomethingUnknownStartsAgain(String lastEventId) {
    Cast cast = trade.cast();
    try (EventStream stream = open(cast.owner(), lastEventId)) {
      stream.hears("a reset", heard -> heard.type().equals("reset"));
      UUID id = trade.newIntervention(cast);
      stream.hears("what comes then", heard -> heard.value("interventionId").equals(id.toString()));
      assertThat(stream.heard()).hasSize(2);
    }
  }

  /** The server uses again what served those who have left; they must not leave a trace in it. */
  @Test
  void whoComesAfterManyWhoBrokeOffIsNotDisturbedByThem() {
    for (int i = 0; i < 400; i++) {
      try (EventStream stream = open(Caller.dispatcher(UUID.randomUUID()), "unknown")) {
        stream.hears("a reset", heard -> heard.type().equals("reset"));
      }
    }
  }

  @Test
  void aSilenceIsFilledAndMovesOn() {
    Cast cast = trade.cast();
    try (EventStream stream = open(cast.client(), null)) {
      stream.awaitPlace();
      String before = stream.lastId();
      await().atMost(Duration.ofSeconds(10)).until(() -> stream.comments() >= 2);
      assertThat(stream.lastId()).isNotEqualTo(before);
      assertThat(stream.heard()).isEmpty();
    }
  }

  @Test
  void itIsKeptByNobodyOnTheWay() {
    try (EventStream stream = open(trade.cast().admin(), null)) {
      var headers = stream.response().headers();
      assertThat(headers.firstValue("Content-Type")).hasValueSatisfying(type -> assertThat(type).startsWith("text/event-stream"));
      assertThat(headers.firstValue("Cache-Control")).contains("no-cache, no-transform");
      assertThat(headers.firstValue("X-Accel-Buffering")).contains("no");
      assertThat(headers.firstValue("Content-Encoding")).isEmpty();
    }
  }

  @Test
  void itEndsWithTheToken() {
    Caller owner = trade.cast().owner();
    try (EventStream stream =
        EventStream.open(api.url(), tokens.expiringIn(owner, Duration.ofSeconds(2)), null)) {
      stream.awaitPlace();
      assertThat(stream.hasEnded()).isFalse();
      stream.awaitEnd();
    }
  }

  @Test
  void itEndsForWhoeverIsDeactivatedAndForNobodyElse() throws Exception {
    Cast cast = trade.cast();
    try (EventStream stream = open(cast.colleague(), null);
        EventStream another = open(cast.owner(), null)) {
      stream.awaitPlace();
      another.awaitPlace();

      trade.tellPerson(cast.colleague(), false, 2);

      stream.awaitEnd();
      isRefused(cast.colleague(), 401, "unauthenticated");
      trade.tellPerson(cast.colleague(), true, 3);
      await()
          .atMost(Duration.ofSeconds(20))
          .untilAsserted(() -> open(cast.colleague(), null).close());
      UUID id = trade.newIntervention(cast);
      another.hears("what comes then", heard -> heard.value("interventionId").equals(id.toString()));
    }
  }

  @Test
  void itEndsForWhoeverLogsOutEverywhereAndBeginsAgainWithTheNextLogin() throws Exception {
    Cast cast = trade.cast();
    Caller person = cast.owner();
    try (EventStream stream = open(person, null)) {
      stream.awaitPlace();
      Instant issued = Instant.now();
      // Tokens tell whole seconds.
      await().until(() -> Instant.now().getEpochSecond() > issued.getEpochSecond());
      UUID end = UUID.randomUUID();
      events.publish(
          EventType.v1("user.logged-out"),
          person.id(),
          1,
          Map.of("id", end, "userId", person.id(), "changedAt", Instant.now()));

      stream.awaitEnd();
      open(person, null).close();
    }
  }

  @Test
  void oneSessionThatEndsLeavesTheOthersOfTheSamePerson() throws Exception {
    Caller person = trade.cast().owner();
    UUID office = UUID.randomUUID();
    UUID home = UUID.randomUUID();
    try (EventStream left = EventStream.open(api.url(), tokens.of(person, office), null);
        EventStream kept = EventStream.open(api.url(), tokens.of(person, home), null)) {
      left.awaitPlace();
      kept.awaitPlace();
      UUID end = UUID.randomUUID();
      events.publish(
          EventType.v1("user.session-ended"),
          person.id(),
          1,
          Map.of("id", end, "userId", person.id(), "sessionId", office, "changedAt", Instant.now()));

      left.awaitEnd();
      assertThat(EventStream.ask(api.url(), tokens.of(person, office), null).statusCode())
          .isEqualTo(401);
      EventStream.open(api.url(), tokens.of(person, home), null).close();
      assertThat(kept.hasEnded()).isFalse();
    }
  }

  @Test
  void aPersonHasABoundedNumberOfStreams() throws Exception {
    Cast cast = trade.cast();
    List<EventStream> streams =
        IntStream.range(0, 20).mapToObj(i -> open(cast.owner(), null)).toList();

    isRefused(cast.owner(), 429, "too-many-requests");
    open(cast.colleague(), null).close();

    streams.getFirst().close();
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> open(cast.owner(), null).close());
    streams.forEach(EventStream::close);
  }

  @Test
  void whoDoesNotReadIsDroppedAndHoldsNobodyUp() throws Exception {
    Cast cast = trade.cast();
    Caller admin = cast.admin();
    UUID work = trade.newIntervention(cast);
    captured.awaitSequence(work, 1);
    Gauge open = meters.get("accord.live.streams").gauge();
    try (EventStream quick = open(admin, null);
        Socket slow = new Socket()) {
      quick.awaitPlace();
      // Those of other tests are gone as soon as their next heartbeat finds nobody.
      await().atMost(Duration.ofSeconds(20)).until(() -> open.value() == 1);
      slow.setReceiveBufferSize(1024);
      slow.connect(new InetSocketAddress("localhost", URI.create(api.url()).getPort()));
      String request =
          "GET /api/v1/events HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
              + tokens.of(admin)
              + "\r\n\r\n";
      slow.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      await().atMost(Duration.ofSeconds(10)).until(() -> open.value() == 2);

      List<String> told = Stream.generate(() -> UUID.randomUUID().toString()).limit(2_000).toList();
      events.inOrder(
          () ->
              told.forEach(
                  id ->
                      told("comment.added", UUID.fromString(id), work, cast.clientId(), "PUBLIC")));

      quick.hears("the last one", heard -> heard.value("id").equals(told.getLast()));
      await().atMost(Duration.ofSeconds(20)).until(() -> open.value() == 1);
      assertThat(quick.hasEnded()).isFalse();
      assertThat(
              quick.heard().stream()
                  .filter(heard -> heard.value("interventionId").equals(work.toString()))
                  .map(heard -> heard.value("id"))
                  .toList())
          .isEqualTo(told);
    }
  }

  private void isRefused(Caller caller, int status, String code) throws IOException {
    var response = EventStream.ask(api.url(), tokens.of(caller), null);
    String text = new String(response.body().readAllBytes(), StandardCharsets.UTF_8);
    new Answer(
            response.statusCode(),
            null,
            null,
            response.headers().firstValue("Content-Type").orElse(null),
            text)
        .isProblem(status, code);
  }

  private EventStream open(Caller caller, @Nullable String lastEventId) {
    return EventStream.open(api.url(), tokens.of(caller), lastEventId);
  }
}
