package com.accordenergie.platform.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.accordenergie.platform.messaging.Event;
import com.accordenergie.platform.messaging.Subscription;
import com.accordenergie.platform.test.SecondInstance;
import com.accordenergie.platform.web.IfMatch;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.core.QueueBuilder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/** Who begins to follow late has missed nothing, and is told nothing twice. */
@PlatformTest
class CatchUpTest {

  @Autowired Notes notes;
  @Autowired Environment environment;
  @Autowired AmqpAdmin admin;

  static class LateReader {

    final Map<UUID, List<Long>> read = new ConcurrentHashMap<>();

    @Bean
    Subscription late() {
      return Subscription.to("note-service.late")
          .on(NoteApplication.NOTED, SeenNotes.Noted.class, this::on);
    }

    private void on(Event<SeenNotes.Noted> event) {
      read.computeIfAbsent(event.subject(), id -> new CopyOnWriteArrayList<>())
          .add(event.sequence());
    }

    List<Long> of(UUID note) {
      return read.getOrDefault(note, List.of());
    }
  }

  @Test
  void aNewSubscriptionBeginsWithWhatWasToldBeforeItWasThere() {
    UUID before = notes.write("before");
    notes.rewrite(before, "still before", IfMatch.version(1));
    try (var first = SecondInstance.beside(environment, NoteApplication.class, LateReader.class)) {
      UUID after = notes.write("after");
      LateReader reader = first.getBean(LateReader.class);
      awaitRead(reader, before, 2);
      awaitRead(reader, after, 1);
    }
    notes.rewrite(before, "while it is away", IfMatch.version(2));
    try (var again = SecondInstance.beside(environment, NoteApplication.class, LateReader.class)) {
      LateReader reader = again.getBean(LateReader.class);
      await().atMost(Duration.ofSeconds(20)).until(() -> !reader.of(before).isEmpty());
      assertThat(reader.of(before)).as("only what is new").containsExactly(3L);
    }
  }

  /** As an operator may delete it by mistake, or an earlier version have declared it otherwise. */
  @Test
  void aQueueThatIsNotAsItShouldBeIsMadeAnewAndMissesNothing() {
    UUID note = notes.write("before");
    try (var first = SecondInstance.beside(environment, NoteApplication.class, LateReader.class)) {
      awaitRead(first.getBean(LateReader.class), note, 1);
    }
    admin.deleteQueue("note-service.late");
    admin.declareQueue(QueueBuilder.durable("note-service.late").quorum().build());
    notes.rewrite(note, "nobody listens", IfMatch.version(1));
    try (var again = SecondInstance.beside(environment, NoteApplication.class, LateReader.class)) {
      LateReader reader = again.getBean(LateReader.class);
      await().atMost(Duration.ofSeconds(20)).until(() -> reader.of(note).contains(2L));
      notes.rewrite(note, "it listens", IfMatch.version(2));
      await().atMost(Duration.ofSeconds(20)).until(() -> reader.of(note).contains(3L));
      assertThat(reader.of(note)).containsExactly(2L, 3L);
    }
  }

  private static void awaitRead(LateReader reader, UUID note, long versions) {
    await().atMost(Duration.ofSeconds(20)).until(() -> reader.of(note).size() >= versions);
    assertThat(reader.of(note)).isEqualTo(LongStream.rangeClosed(1, versions).boxed().toList());
  }
}
