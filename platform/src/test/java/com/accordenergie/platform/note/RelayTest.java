package com.accordenergie.platform.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.accordenergie.platform.id.Ids;
import com.accordenergie.platform.messaging.Outbox;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.core.BindingBuilder;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.core.QueueBuilder;
import org.springframework.amqp.core.TopicExchange;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** An event that the broker does not take is in nobody else's way. */
@PlatformTest
class RelayTest {

  @Autowired Notes notes;
  @Autowired Outbox outbox;
  @Autowired SeenNotes seen;
  @Autowired AmqpAdmin admin;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;

  @AfterEach
  void empty() {
    jdbc.sql("delete from outbox where refusals > 0 or length(body) = 10").update();
  }

  /** It closes the channel, and all that is on its way there is unconfirmed. */
  @Test
  void whatIsTooLargeForTheBrokerIsSetAside() {
    jdbc.sql("alter table outbox modify body longblob not null").update();
    UUID giant = Ids.next();
    insert(giant, 1, "note.noted", new byte[20_000_000]);
    insert(giant, 2, "note.noted", new byte[10]);
    List<UUID> others = transaction.execute(status -> {
      return Stream.generate(() -> notes.write("beside it")).limit(30).toList();
    });
    others.forEach(note -> awaitSeen(note));
    await().atMost(Duration.ofSeconds(20)).until(() -> refusals(giant) >= 1);
    UUID later = notes.write("after it");
    awaitSeen(later);
    assertThat(waiting(giant)).as("its own aggregate waits, in order").isEqualTo(2);
  }

  @Test
  void whatAFullQueueRefusesIsSetAsideAndLeavesWhenThereIsRoom() {
    Queue full =
        QueueBuilder.durable("full").maxLength(1L).overflow(QueueBuilder.Overflow.rejectPublish).build();
    admin.declareQueue(full);
    admin.declareBinding(
        BindingBuilder.bind(full).to(new TopicExchange("accord.events")).with("note.refused"));
    UUID first = Ids.next();
    UUID second = Ids.next();
    transaction.executeWithoutResult(status -> insert(first, 1, "note.refused", body(first)));
    await().atMost(Duration.ofSeconds(20)).until(() -> waiting(first) == 0);
    List<UUID> others = transaction.execute(status -> {
      insert(second, 1, "note.refused", body(second));
      return Stream.generate(() -> notes.write("beside it")).limit(30).toList();
    });
    others.forEach(note -> awaitSeen(note));
    await().atMost(Duration.ofSeconds(20)).until(() -> refusals(second) >= 1);

    admin.purgeQueue("full");
    notes.write("wakes the relay");
    await().atMost(Duration.ofSeconds(20)).until(() -> waiting(second) == 0);
    admin.deleteQueue("full");
  }

  @Test
  void anEventThatNobodyWouldReadIsNotWritten() {
    UUID note = Ids.next();
    assertThatThrownBy(
            () ->
                transaction.executeWithoutResult(
                    status ->
                        outbox.append(
                            NoteApplication.NOTED, note, note, 1, Instant.now(),
                            Map.of("id", note, "text", "x".repeat(1_000_000)))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private void awaitSeen(UUID note) {
    await().atMost(Duration.ofSeconds(20)).until(() -> seen.sequencesOf(note).equals(List.of(1L)));
  }

  private void insert(UUID aggregate, long sequence, String routingKey, byte[] body) {
    jdbc.sql(
            """
            insert into outbox (event_id, aggregate_id, sequence, routing_key, body, created_at)
            values (?, ?, ?, ?, ?, utc_timestamp(6))
            """)
        .params(Ids.bytes(Ids.next()), Ids.bytes(aggregate), sequence, routingKey, body)
        .update();
  }

  private static byte[] body(UUID note) {
    return "{\"id\": \"%s\"}".formatted(note).getBytes();
  }

  private int refusals(UUID aggregate) {
    return jdbc.sql("select coalesce(max(refusals), 0) from outbox where aggregate_id = ?")
        .param(Ids.bytes(aggregate))
        .query(Integer.class)
        .single();
  }

  private int waiting(UUID aggregate) {
    return jdbc.sql("select count(*) from outbox where aggregate_id = ?")
        .param(Ids.bytes(aggregate))
        .query(Integer.class)
        .single();
  }
}
