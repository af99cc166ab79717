package com.accordenergie.platform.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.accordenergie.platform.id.Ids;
import com.accordenergie.platform.identity.Caller;
import com.accordenergie.platform.identity.Role;
import com.accordenergie.platform.test.Api;
import com.accordenergie.platform.test.PublishedEvents;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an admin sees of events that could not be handled, and can do about them. */
@PlatformTest
class ParkedTest {

  private static final String QUEUE = "note-service.notes";
  private static final String CONSUMERS = "/api/v1/consumers/note-service";

  @Autowired Api api;
  @Autowired SeenNotes seen;
  @Autowired PublishedEvents published;
  @Autowired JdbcClient jdbc;

  @Autowired
  @Qualifier("eventConsumers")
  SmartLifecycle consumers;

  @Test
  void aParkedEventIsShownWithItsReasonAndReplayedOnceItCanBeHandled() {
    UUID note = Ids.next();
    JsonNode parked = park(note);
    assertThat(parked.path("state").asString()).isEqualTo("PARKED");
    assertThat(parked.path("type").asString()).isEqualTo("com.accordenergie.note.noted.v1");
    assertThat(parked.path("subject").asString()).isEqualTo(note.toString());
    assertThat(parked.path("sequence").asLong()).isOne();
    assertThat(parked.path("reason").asString()).contains("no way");
    assertThat(parked.path("body").asString()).contains(note.toString());
    assertThat(listed(note)).as("looking at it changes nothing").isEqualTo(parked);

    replay(parked).expectStatus().isEqualTo(409);
    assertThat(listed(note).path("attempts").asInt()).isEqualTo(parked.path("attempts").asInt() + 1);
    seen.failNoMoreOn(note);
    replay(parked).expectStatus().isNoContent();
    assertThat(seen.sequencesOf(note)).containsExactly(1L);
    assertThat(listed(note)).isNull();
    replay(parked).expectStatus().isNotFound();
  }

  @Test
  void allParkedEventsOfAQueueAreReplayedBehindTheAnswer() {
    UUID one = Ids.next();
    UUID two = Ids.next();
    park(one);
    park(two);
    seen.failNoMoreOn(one);
    seen.failNoMoreOn(two);
    admin()
        .post()
        .uri(CONSUMERS + "/parked/replay")
        .contentType(MediaType.APPLICATION_JSON)
        .body(Map.of("queue", QUEUE))
        .exchange()
        .expectStatus()
        .isAccepted();
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> seen.sequencesOf(one).size() + seen.sequencesOf(two).size() == 2);
  }

  @Test
  void aParkedEventIsGivenUpWithAReason() {
    UUID note = Ids.next();
    JsonNode parked = park(note);
    String uri = CONSUMERS + "/parked/" + parked.path("id").asLong() + "?reason=";
    String tag = "\"" + parked.path("attempts").asInt() + "\"";
    admin().delete().uri(uri + "why").exchange().expectStatus().isEqualTo(428);
    admin().delete().uri(uri).header("If-Match", tag).exchange().expectStatus().isEqualTo(422);
    admin().delete().uri(uri + "why").header("If-Match", "\"99\"").exchange().expectStatus().isEqualTo(412);
    admin().delete().uri(uri + "why").header("If-Match", tag).exchange().expectStatus().isNoContent();
    assertThat(listed(note)).isNull();
    seen.failNoMoreOn(note);
    assertThat(seen.sequencesOf(note)).isEmpty();
  }

  @Test
  void whatWaitsForAnEarlierVersionIsSeenToo() {
    UUID note = Ids.next();
    published.publish(NoteApplication.NOTED, note, 2, Map.of("id", note, "text", "x"));
    await().atMost(Duration.ofSeconds(20)).until(() -> listed(note, "WAITING") != null);
    assertThat(listed(note)).as("nothing for people to do").isNull();

    published.publish(NoteApplication.NOTED, note, 1, Map.of("id", note, "text", "x"));
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> seen.sequencesOf(note).equals(List.of(1L, 2L)));
    assertThat(listed(note, "WAITING")).isNull();
    admin().get().uri(CONSUMERS + "/parked?state=LOST").exchange().expectStatus().isBadRequest();
  }

  @Test
  void whatIsTriedAgainIsSeenWithTheReasonOfTheLastTime() {
    UUID note = Ids.next();
    JsonNode parked = park(note);
    jdbc.sql(
            """
            update held_event
            set state = 'RETRYING', due_at = utc_timestamp(6) + interval 1 hour where id = ?
            """)
        .param(parked.path("id").asLong())
        .update();

    assertThat(listed(note)).isNull();
    assertThat(listed(note, "RETRYING").path("reason").asString()).contains("no way");
    replay(parked).expectStatus().isNotFound();
  }

  @Test
  void whatOnlyTakesTooLongIsTriedAgainForAsLongAsItDoes() {
    UUID note = Ids.next();
    seen.takeTooLongFor(note);
    published.publish(NoteApplication.NOTED, note, 1, Map.of("id", note, "text", "x"));
    await().atMost(Duration.ofSeconds(20)).until(() -> listed(note, "RETRYING") != null);
    for (int times = 0; times < 2; times++) {
      itsLastAttemptIsDue(note);
      await().atMost(Duration.ofSeconds(20)).until(() -> itsLastAttemptWasMade(note));
      assertThat(listed(note, "RETRYING").path("reason").asString()).contains("too slow");
    }

    seen.failNoMoreOn(note);
    itsLastAttemptIsDue(note);
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> seen.sequencesOf(note).equals(List.of(1L)));
  }

  private void itsLastAttemptIsDue(UUID note) {
    jdbc.sql("update held_event set attempts = 3, due_at = utc_timestamp(6) where aggregate_id = ?")
        .param(Ids.bytes(note))
        .update();
  }

  private boolean itsLastAttemptWasMade(UUID note) {
    return jdbc.sql(
            """
            select due_at > utc_timestamp(6) and (attempts = 3 or state = 'PARKED')
            from held_event where aggregate_id = ?
            """)
        .param(Ids.bytes(note))
        .query(Boolean.class)
        .single();
  }

  @Test
  void whatABrokenOffProcessLeftBehindAParkedVersionGoesOnWithTheNextStart() {
    UUID note = Ids.next();
    published.publish(NoteApplication.NOTED, note, 1, Map.of("id", note, "text", "x"));
    await().atMost(Duration.ofSeconds(20)).until(() -> seen.sequencesOf(note).size() == 1);
    published.publish(NoteApplication.NOTED, note, 3, Map.of("id", note, "text", "x"));
    await().atMost(Duration.ofSeconds(20)).until(() -> listed(note, "WAITING") != null);
    jdbc.sql(
            """
            insert into held_event (queue, state, fingerprint, aggregate_id, sequence, attempts, reason,
              body, held_at, due_at)
            values (?, 'PARKED', unhex(sha2(?, 256)), ?, 2, 0, 'parked early', '', utc_timestamp(6),
              utc_timestamp(6))
            """)
        .params(QUEUE, note.toString(), Ids.bytes(note))
        .update();

    consumers.stop();
    consumers.start();

    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> seen.sequencesOf(note).equals(List.of(1L, 3L)));
  }

  @Test
  void howTheEventsAreDoingIsToldWithinTenSeconds() {
    park(Ids.next());
    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> subscription().path("parked").asLong() >= 1);
    assertThat(subscription().propertyNames())
        .contains("queue", "waiting", "lagSeconds", "retrying", "held", "parked", "missing", "gaps");
    JsonNode health = body(api.anonymous(), "/actuator/health/events");
    assertThat(health.path("status").asString()).isEqualTo("UP");
    assertThat(health.findValue("broker").asString()).isEqualTo("up");
  }

  @Test
  void whatNobodyCanReadStaysInItsQueueWhileThereIsNoRoomForMore() {
    UUID note = Ids.next();
    byte[] nonsense = ("nonsense " + note).getBytes(StandardCharsets.UTF_8);
    try {
      fillUp();
      long full = held();
      published.inOrder(
          () -> {
            published.publishRaw("note.noted", nonsense);
            published.publish(NoteApplication.NOTED, note, 1, Map.of("id", note, "text", "x"));
          });
      await()
          .atMost(Duration.ofSeconds(10))
          .until(() -> subscription().path("lagSeconds").asDouble() > 0);
      assertThat(held()).isEqualTo(full);
      assertThat(seen.sequencesOf(note)).isEmpty();
    } finally {
      jdbc.sql("delete from held_event where reason = 'full'").update();
    }

    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> seen.sequencesOf(note).equals(List.of(1L)));
    assertThat(
            jdbc.sql("select state from held_event where queue = ? and body = ?")
                .params(QUEUE, nonsense)
                .query(String.class)
                .single())
        .isEqualTo("PARKED");
  }

  private void fillUp() {
    jdbc.sql(
            """
            insert into held_event (queue, state, fingerprint, attempts, reason, body, held_at, due_at)
            with digit (d) as (
              values row(0), row(1), row(2), row(3), row(4), row(5), row(6), row(7), row(8), row(9))
            select :queue, 'PARKED', unhex(sha2(concat('full', a.d, b.d, c.d, e.d), 256)), 0, 'full', '',
              utc_timestamp(6), utc_timestamp(6)
            from digit a, digit b, digit c, digit e
            """)
        .param("queue", QUEUE)
        .update();
  }

  private long held() {
    return jdbc.sql("select count(*) from held_event where queue = ?")
        .param(QUEUE)
        .query(Long.class)
        .single();
  }

  @Test
  void itIsForAdminsAndOfThisServiceOnly() {
    for (Role role : List.of(Role.DISPATCHER, Role.TECHNICIAN)) {
      api.as(new Caller(Ids.next(), role, null))
          .get()
          .uri(CONSUMERS + "/parked")
          .exchange()
          .expectStatus()
          .isForbidden();
    }
    admin().get().uri("/api/v1/consumers/other-service").exchange().expectStatus().isNotFound();
    admin().get().uri(CONSUMERS + "/parked?queue=no.such").exchange().expectStatus().isEqualTo(422);
    admin().get().uri(CONSUMERS + "/parked?limit=0").exchange().expectStatus().isBadRequest();
    admin().post().uri(CONSUMERS + "/parked/x/replay").exchange().expectStatus().isBadRequest();
  }

  private JsonNode park(UUID note) {
    seen.failOn(note);
    published.publish(NoteApplication.NOTED, note, 1, Map.of("id", note, "text", "x"));
    await().atMost(Duration.ofSeconds(20)).until(() -> listed(note) != null);
    return listed(note);
  }

  private RestTestClient.ResponseSpec replay(JsonNode parked) {
    return admin()
        .post()
        .uri(CONSUMERS + "/parked/" + parked.path("id").asLong() + "/replay")
        .exchange();
  }

  private JsonNode listed(UUID note) {
    return listed(note, null);
  }

  private JsonNode listed(UUID note, String state) {
    String of = "&queue=" + QUEUE + (state == null ? "" : "&state=" + state);
    String after = "";
    while (true) {
      JsonNode page = body(admin(), CONSUMERS + "/parked?limit=100" + of + after);
      for (JsonNode item : page.path("items")) {
        if (item.path("subject").asString("").equals(note.toString())) {
          return item;
        }
      }
      if (!page.path("nextCursor").isString()) {
        return null;
      }
      after = "&cursor=" + page.path("nextCursor").asString();
    }
  }

  private JsonNode subscription() {
    for (JsonNode one : body(admin(), CONSUMERS).path("subscriptions")) {
      if (one.path("queue").asString().equals(QUEUE)) {
        return one;
      }
    }
    throw new AssertionError("the subscription is not told of");
  }

  private static JsonNode body(RestTestClient client, String uri) {
    String text =
        client.get().uri(uri).exchange().expectStatus().isOk().expectBody(String.class)
            .returnResult().getResponseBody();
    return new JsonMapper().readTree(text);
  }

  private RestTestClient admin() {
    return api.as(new Caller(Ids.next(), Role.ADMIN, null));
  }
}
