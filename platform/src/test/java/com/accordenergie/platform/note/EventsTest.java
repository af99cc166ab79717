package com.accordenergie.platform.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.accordenergie.platform.messaging.Outbox;
import com.accordenergie.platform.problem.ProblemException;
import com.accordenergie.platform.test.PublishedEvents;
import com.accordenergie.platform.web.IfMatch;
import com.accordenergie.platform.id.Ids;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;

@PlatformTest
class EventsTest {

  @Autowired Notes notes;
  @Autowired SeenNotes seen;
  @Autowired Outbox outbox;
  @Autowired PublishedEvents published;
  @Autowired JdbcClient jdbc;

  @Test
  void everyChangeArrivesOnceAndInOrder() {
    UUID note = notes.write("first");
    for (long version = 1; version < 50; version++) {
      notes.rewrite(note, "again", IfMatch.version(version));
    }
    awaitSeen(note, 50);
    assertThat(seen.sequencesOf(note)).isEqualTo(LongStream.rangeClosed(1, 50).boxed().toList());
    await().until(() -> waiting(note) == 0);
  }

  @Test
  void manyWritersAtOnceKeepTheOrderOfEachNote() throws Exception {
    List<UUID> written = new ArrayList<>();
    try (var writers = Executors.newFixedThreadPool(8)) {
      List<Future<UUID>> futures = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        futures.add(
            writers.submit(
                () -> {
                  UUID note = notes.write("first");
                  for (long version = 1; version < 10; version++) {
                    notes.rewrite(note, "again", IfMatch.version(version));
                  }
                  return note;
                }));
      }
      for (Future<UUID> future : futures) {
        written.add(future.get());
      }
    }
    for (UUID note : written) {
      awaitSeen(note, 10);
      assertThat(seen.sequencesOf(note)).isEqualTo(LongStream.rangeClosed(1, 10).boxed().toList());
    }
  }

  @Test
  void aChangeThatIsRolledBackHasNoEvent() {
    long before = events();
    assertThatThrownBy(() -> notes.write("changed my mind")).isInstanceOf(ProblemException.class);
    assertThat(events()).isEqualTo(before);
  }

  @Test
  void anEventBelongsToATransaction() {
    UUID id = Ids.next();
    assertThatThrownBy(
            () -> outbox.append(NoteApplication.NOTED, id, id, 1, Instant.now(), Map.of("id", id)))
        .isInstanceOf(IllegalTransactionStateException.class);
  }

  @Test
  void aRepeatedEventIsAppliedOnce() {
    UUID note = Ids.next();
    UUID event = Ids.next();
    for (int times = 0; times < 3; times++) {
      published.publish(event, NoteApplication.NOTED, note, 1, Map.of("id", note, "text", "x"));
    }
    published.publish(NoteApplication.NOTED, note, 2, Map.of("id", note, "text", "x"));
    awaitSeen(note, 2);
    assertThat(seen.sequencesOf(note)).containsExactly(1L, 2L);
  }

  @Test
  void whatCannotBeReadIsParkedWithItsReasonAndHoldsNothingUp() {
    long before = parked().size();
    UUID note = Ids.next();
    published.publishRaw("note.noted", "not json".getBytes());
    published.publishRaw("note.noted", "{\"type\":\"com.accordenergie.note.noted.v9\"}".getBytes());
    published.publishRaw("note.noted", new byte[] {0, 1, 2});
    published.publish(NoteApplication.NOTED, note, 1, Map.of("id", "not-an-id", "text", "x"));
    published.publish(
        NoteApplication.NOTED, note, 2, Map.of("id", note, "text", "cannot be handled"));
    published.publish(NoteApplication.NOTED, note, 3, Map.of("id", note, "text", "x"));

    awaitSeen(note, 1);
    assertThat(seen.sequencesOf(note)).containsExactly(3L);
    await().atMost(Duration.ofSeconds(20)).until(() -> parked().size() == before + 5);
    assertThat(parked()).allSatisfy(reason -> assertThat(reason).isNotBlank());
  }

  private void awaitSeen(UUID note, int count) {
    await()
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofMillis(20))
        .until(() -> seen.sequencesOf(note).size() >= count);
  }

  private List<String> parked() {
    return jdbc.sql("select reason from held_event where queue = ? and state = 'PARKED'")
        .param("note-service.notes")
        .query(String.class)
        .list();
  }

  private long waiting(UUID note) {
    return jdbc.sql("select count(*) from outbox where aggregate_id = ?")
        .param(Ids.bytes(note))
        .query(Long.class)
        .single();
  }

  private long events() {
    return jdbc.sql("select coalesce(max(id), 0) from outbox").query(Long.class).single();
  }
}
