package com.accordenergie.platform.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.accordenergie.platform.id.Ids;
import com.accordenergie.platform.test.PublishedEvents;
import com.accordenergie.platform.test.TestClock;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** However events come, each counts once, in the order of its versions, and none is in another's way. */
@PlatformTest
class FollowingTest {

  private static final String QUEUE = "note-service.notes";

  @Autowired SeenNotes seen;
  @Autowired PublishedEvents published;
  @Autowired RabbitTemplate rabbit;
  @Autowired JdbcClient jdbc;
  @Autowired MeterRegistry meters;
  @Autowired TestClock clock;

  @AfterEach
  void setTheClockRight() {
    clock.reset();
  }

  @Test
  void eventsThatComeShuffledAndThriceAreAppliedOnceAndInOrder() {
    List<Told> told = new ArrayList<>();
    List<UUID> notes = List.of(Ids.next(), Ids.next(), Ids.next(), Ids.next());
    for (UUID note : notes) {
      for (long version = 1; version <= 20; version++) {
        Told one = new Told(Ids.next(), note, version);
        told.addAll(List.of(one, one, one));
      }
    }
    Collections.shuffle(told, new Random(7));
    published.inOrder(() -> told.forEach(this::tell));

    for (UUID note : notes) {
      eventually(() -> seen.sequencesOf(note).size() >= 20);
      assertThat(seen.sequencesOf(note)).isEqualTo(LongStream.rangeClosed(1, 20).boxed().toList());
    }
    eventually(() -> held(notes.getFirst()).isEmpty());
  }

  @Test
  void whatFailsHoldsUpItsOwnNoteAndNoOther() {
    UUID unlucky = Ids.next();
    UUID other = Ids.next();
    seen.failOn(unlucky);
    tell(new Told(Ids.next(), unlucky, 1));
    tell(new Told(Ids.next(), unlucky, 2));
    tell(new Told(Ids.next(), other, 1));

    eventually(() -> seen.sequencesOf(other).equals(List.of(1L)));
    eventually(() -> held(unlucky).equals(List.of("RETRYING", "WAITING")));
    seen.failNoMoreOn(unlucky);
    eventually(() -> seen.sequencesOf(unlucky).equals(List.of(1L, 2L)));
    assertThat(held(unlucky)).isEmpty();
  }

  @Test
  void aVersionThatComesLateIsWaitedFor() {
    UUID note = Ids.next();
    tell(new Told(Ids.next(), note, 2));
    eventually(() -> held(note).equals(List.of("WAITING")));
    tell(new Told(Ids.next(), note, 1));
    eventually(() -> seen.sequencesOf(note).equals(List.of(1L, 2L)));
  }

  @Test
  void aVersionThatTheQueueDidNotBringIsReadFromTheLog() {
    UUID note = Ids.next();
    rabbit.send(
        "",
        "accord.events.log",
        MessageBuilder.withBody(
                published.body(Ids.next(), NoteApplication.NOTED, note, 1, text(note)))
            .build());
    tell(new Told(Ids.next(), note, 2));
    eventually(() -> seen.sequencesOf(note).equals(List.of(1L, 2L)));
    assertThat(held(note)).isEmpty();
  }

  @Test
  void aVersionThatIsNowhereIsGivenUpAndStaysVisibleUntilItComes() {
    UUID note = Ids.next();
    double missing = figure("missing");
    tell(new Told(Ids.next(), note, 1));
    tell(new Told(Ids.next(), note, 4));
    eventually(() -> figure("gaps") >= 1);
    eventually(() -> seen.sequencesOf(note).equals(List.of(1L, 4L)));
    assertThat(held(note)).containsExactly("MISSING");
    eventually(() -> figure("missing") == missing + 1);

    tell(new Told(Ids.next(), note, 3));
    eventually(() -> seen.sequencesOf(note).equals(List.of(1L, 4L, 3L)));
    assertThat(held(note)).as("version 2 is missing still").containsExactly("MISSING");
    tell(new Told(Ids.next(), note, 2));
    eventually(() -> seen.sequencesOf(note).equals(List.of(1L, 4L, 3L, 2L)));
    assertThat(held(note)).isEmpty();
  }

  @Test
  void poisonIsParkedAndNoOtherEventWaitsForIt() {
    long before = parked();
    UUID note = Ids.next();
    published.publishRaw("note.noted", new byte[10_000_000]);
    published.publish(
        NoteApplication.NOTED, note, 1, Map.of("id", note, "text", "a NUL: \0"));
    published.publish(NoteApplication.NOTED, note, 2, Map.of("id", note, "text", Map.of()));
    tell(new Told(Ids.next(), note, 3));

    eventually(() -> seen.sequencesOf(note).equals(List.of(3L)));
    eventually(() -> parked() == before + 3);
    eventually(() -> figure("parked") >= before + 3);
    assertThat(largestHeld()).as("of ten megabytes, the beginning").isLessThan(300_000);
  }

  @Test
  void whatComesAgainAfterItWasForgottenHasNoEffect() {
    UUID note = Ids.next();
    Told first = new Told(Ids.next(), note, 1);
    tell(first);
    tell(new Told(Ids.next(), note, 2));
    eventually(() -> seen.sequencesOf(note).size() == 2);
    jdbc.sql("delete from inbox").update();
    clock.advance(Duration.ofDays(40));

    tell(first);
    tell(new Told(Ids.next(), note, 3));
    eventually(() -> seen.sequencesOf(note).size() >= 3);
    assertThat(seen.sequencesOf(note)).containsExactly(1L, 2L, 3L);
  }

  private record Told(UUID id, UUID note, long version) {}

  private void tell(Told one) {
    published.publish(one.id(), NoteApplication.NOTED, one.note(), one.version(), text(one.note()));
  }

  private static Map<String, Object> text(UUID note) {
    return Map.of("id", note, "text", "x");
  }

  private List<String> held(UUID note) {
    return jdbc.sql("select state from held_event where aggregate_id = ? order by sequence")
        .param(Ids.bytes(note))
        .query(String.class)
        .list();
  }

  private long parked() {
    return jdbc.sql("select count(*) from held_event where queue = ? and state = 'PARKED'")
        .param(QUEUE)
        .query(Long.class)
        .single();
  }

  private long largestHeld() {
    return jdbc.sql("select max(length(body)) from held_event").query(Long.class).single();
  }

  private double figure(String name) {
    return meters.get("accord.consumer." + name).tag("queue", QUEUE).gauge().value();
  }

  private static void eventually(Callable<Boolean> condition) {
    await()
        .dontCatchUncaughtExceptions() // An instance that stops has threads that complain of it.
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofMillis(20))
        .until(condition);
  }
}
