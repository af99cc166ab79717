package com.accordenergie.platform.note;

import com.accordenergie.platform.id.Ids;
import com.accordenergie.platform.test.PublishedEvents;
import com.rabbitmq.client.AMQP;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.core.BindingBuilder;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.core.QueueBuilder;
import org.springframework.amqp.core.TopicExchange;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.amqp.rabbit.listener.DirectMessageListenerContainer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Measures, and judges nothing: how fast a backlog leaves and is followed, and how long an event takes
 * from its commit to a queue. Run by name:
 *
 * <pre>./mvnw -pl platform test -Dtest=OutboxBench</pre>
 */
@PlatformTest
class OutboxBench {

  private static final int AGGREGATES = Integer.getInteger("bench.aggregates", 10_000);
  private static final int VERSIONS = Integer.getInteger("bench.versions", 10);
  private static final int CHANGES = 500;

  @Autowired Notes notes;
  @Autowired PublishedEvents events;
  @Autowired AmqpAdmin admin;
  @Autowired ConnectionFactory connections;
  @Autowired JdbcTemplate jdbc;

  @Test
  void aBacklogLeaves() throws Exception {
    admin.removeBinding(
        BindingBuilder.bind(new Queue("test.captured"))
            .to(new TopicExchange("accord.events"))
            .with("#"));
    Queue partner = QueueBuilder.durable("partner.raw").quorum().build();
    admin.declareQueue(partner);
    admin.declareBinding(
        BindingBuilder.bind(partner).to(new TopicExchange("accord.events")).with("note.raw"));
    jdbc.execute("create table backlog like outbox");
    List<Object[]> rows = new ArrayList<>();
    List<UUID> aggregates = new ArrayList<>();
    for (int i = 0; i < AGGREGATES; i++) {
      aggregates.add(Ids.next());
    }
    for (long version = 1; version <= VERSIONS; version++) {
      for (UUID note : aggregates) {
        UUID event = Ids.next();
        rows.add(
            new Object[] {
              Ids.bytes(event), Ids.bytes(note), version,
              events.body(event, NoteApplication.NOTED, note, version,
                  Map.of("id", note, "text", "x".repeat(600)))
            });
      }
    }
    for (int from = 0; from < rows.size(); from += 5000) {
      jdbc.batchUpdate(
          "insert into backlog (event_id, aggregate_id, sequence, routing_key, body, created_at)"
              + " values (?, ?, ?, 'note.noted', ?, utc_timestamp(6))",
          rows.subList(from, Math.min(rows.size(), from + 5000)));
    }
    raw(rows.stream().limit(20_000).map(row -> (byte[]) row[3]).toList());
    admin.deleteQueue("partner.raw");
    long applied = count("seen");
    jdbc.update(
        "insert into outbox (event_id, aggregate_id, sequence, routing_key, body, created_at)"
            + " select event_id, aggregate_id, sequence, routing_key, body, created_at from backlog"
            + " order by id");
    long last = newest("outbox");
    long began = System.nanoTime();
    notes.write("wakes the relay");
    // By one row: counting what is left would cost as much as sending it.
    while (isLeft(last)) {
      Thread.sleep(20);
    }
    while (count("outbox") > 0) {
      Thread.sleep(20);
    }
    report("left the outbox", rows.size(), System.nanoTime() - began);
    while (count("seen") < applied + rows.size()) {
      Thread.sleep(200);
    }
    report("were followed", rows.size(), System.nanoTime() - began);
    System.out.printf(
        "out of order: %d%n",
        jdbc.queryForObject(
            """
            select count(*) from (
              select sequence < lag(sequence) over (partition by note order by position) as back
              from seen) steps
            where back
            """,
            Long.class));
  }

  @Test
  void aChangeReachesAQueue() throws InterruptedException {
    Queue queue = QueueBuilder.durable("bench").quorum().build();
    admin.declareQueue(queue);
    admin.declareBinding(
        BindingBuilder.bind(queue).to(new TopicExchange("accord.events")).with("note.#"));
    BlockingQueue<String> arrived = new LinkedBlockingQueue<>();
    var container = new DirectMessageListenerContainer(connections);
    container.setQueueNames("bench");
    container.setMessageListener(
        message -> arrived.add(new String(message.getBody(), StandardCharsets.UTF_8)));
    container.afterPropertiesSet();
    container.start();
    long[] times = new long[CHANGES];
    for (int i = 0; i < CHANGES + 100; i++) {
      UUID note = notes.write("x");
      long committed = System.nanoTime();
      String body = arrived.poll(10, TimeUnit.SECONDS);
      if (body == null || !body.contains(note.toString())) {
        throw new AssertionError("another event came: " + body);
      }
      if (i >= 100) {
        times[i - 100] = System.nanoTime() - committed;
      }
      Thread.sleep(10);
    }
    container.stop();
    Arrays.sort(times);
    System.out.printf(
        "from commit to a quorum queue's consumer: p50 %.2f ms, p99 %.2f ms%n",
        times[CHANGES / 2] / 1e6, times[CHANGES * 99 / 100] / 1e6);
  }

  private boolean isLeft(long id) {
    return !jdbc.queryForList("select id from outbox where id = ?", id).isEmpty();
  }

  private long newest(String table) {
    Long newest = jdbc.queryForObject("select max(id) from " + table, Long.class);
    return newest == null ? 0 : newest;
  }

  private long count(String table) {
    Long count = jdbc.queryForObject("select count(*) from " + table, Long.class);
    return count == null ? 0 : count;
  }

  /** What the broker itself takes, one confirm for a thousand: the most that a relay could reach. */
  private void raw(List<byte[]> bodies) throws Exception {
    try (var channel = connections.createConnection().getDelegate().createChannel()) {
      channel.confirmSelect();
      var persistent = new AMQP.BasicProperties.Builder().deliveryMode(2).build();
      long began = System.nanoTime();
      for (int i = 0; i < bodies.size(); i++) {
        channel.basicPublish("accord.events", "note.raw", true, persistent, bodies.get(i));
        if (i % 1000 == 999) {
          channel.waitForConfirmsOrDie(30_000);
        }
      }
      channel.waitForConfirmsOrDie(30_000);
      report("published raw", bodies.size(), System.nanoTime() - began);
    }
  }

  private static void report(String what, int events, long nanos) {
    System.out.printf(
        "%d events %s in %.1f s: %.0f a second%n",
        events, what, nanos / 1e9, events / (nanos / 1e9));
  }
}
