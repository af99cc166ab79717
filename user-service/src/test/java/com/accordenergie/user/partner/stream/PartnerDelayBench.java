package com.accordenergie.user.partner.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.accordenergie.platform.messaging.StreamCursor;
import com.accordenergie.platform.messaging.Streams;
import com.accordenergie.platform.test.ServiceTest;
import com.accordenergie.platform.web.IfMatch;
import com.accordenergie.user.Office;
import com.accordenergie.user.client.ClientDetails;
import com.accordenergie.user.client.ClientManagement;
import com.accordenergie.user.client.ClientState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.core.QueueBuilder;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.amqp.rabbit.listener.DirectMessageListenerContainer;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Measures, and judges nothing: how long a change is on its way, from its commit to a partner's
 * consumer, at a hundred changes a second; and beside it, in the same seconds and at the same pace, what
 * a quorum queue alone takes from publish to consume. Run by name:
 *
 * <pre>./mvnw test -pl user-service -am -Dtest=PartnerDelayBench -Dsurefire.failIfNoSpecifiedTests=false</pre>
 */
@ServiceTest
class PartnerDelayBench {

  /** The first ones are not counted: they meet a program that has just started. */
  private static final int WARM_UP = 200;

  private static final int CHANGES = WARM_UP + Integer.getInteger("bench.changes", 3_000);
  private static final int CLIENTS = 10;
  private static final Duration PACE = Duration.ofMillis(10);
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String RAW = "test.raw";

  @Autowired Office office;
  @Autowired ClientManagement clients;
  @Autowired Streams streams;
  @Autowired StreamTable table;
  @Autowired AmqpAdmin admin;
  @Autowired RabbitTemplate rabbit;
  @Autowired ConnectionFactory connections;

  @Test
  void aChangeIsReadAMomentAfterItsCommit() throws Exception {
    List<UUID> ours = Stream.generate(office::takeOn).limit(CLIENTS).toList();
    UUID partner = Office.id(office.create(Office.PARTNERS, Office.partner(ours.toArray(UUID[]::new))));
    new FeedReader(office, partner).untilThereAre(CLIENTS);
    Map<String, Long> committed = new ConcurrentHashMap<>();
    List<Map.Entry<String, Long>> read = new ArrayList<>();
    BlockingQueue<Long> raw = new LinkedBlockingQueue<>();

    String queue = table.current(partner).orElseThrow().queue();
    try (StreamCursor cursor = streams.readFirst(queue, 200);
        var besides = new Raw(raw)) {
      Thread changing =
          paced(
              change -> {
                UUID client = ours.get(change % CLIENTS);
                long version = 1 + change / CLIENTS;
                clients.change(client, IfMatch.version(version), to(change), Instant.now());
                committed.put(client + "/" + (version + 1), System.nanoTime());
              });
      Thread publishing = paced(change -> besides.publish());
      while (read.size() < CHANGES) {
        StreamCursor.Entry entry = cursor.next(PATIENCE);
        long now = System.nanoTime();
        assertThat(entry).as("after %d of %d", read.size(), CHANGES).isNotNull();
        JsonNode event = new JsonMapper().readTree(entry.body());
        if (event.required("type").asString().endsWith(".client.updated.v1")) {
          read.add(
              Map.entry(
                  event.required("subject").asString() + "/" + event.required("sequence"), now));
        }
      }
      changing.join();
      publishing.join();
      await().atMost(PATIENCE).until(() -> raw.size() == CHANGES);
    }

    List<Double> delays =
        read.stream()
            .map(each -> (each.getValue() - committed.get(each.getKey())) / 1e6)
            .toList();
    report("From the commit to a partner's consumer", delays);
    report("Publish to consume on a quorum queue", raw.stream().map(nanos -> nanos / 1e6).toList());
  }

  private static UnaryOperator<ClientState> to(int change) {
    return state -> {
      ClientDetails was = state.details();
      return new ClientState(
          new ClientDetails(was.name(), "Contact " + change, was.phone(), was.email()),
          state.active());
    };
  }

  private static Thread paced(IntConsumer step) {
    return Thread.ofPlatform()
        .start(
            () -> {
              long next = System.nanoTime();
              for (int i = 0; i < CHANGES; i++) {
                next += PACE.toNanos();
                LockSupport.parkNanos(next - System.nanoTime());
                step.accept(i);
              }
            });
  }

  private static void report(String what, List<Double> milliseconds) {
    List<Double> sorted = milliseconds.stream().skip(WARM_UP).sorted().toList();
    System.out.printf(
        "%s: p50 %.1f ms, p99 %.1f ms%n",
        what, sorted.get(sorted.size() / 2), sorted.get(sorted.size() * 99 / 100));
  }

  /** A quorum queue with nothing of ours in between. */
  private final class Raw implements AutoCloseable {

    private final DirectMessageListenerContainer container =
        new DirectMessageListenerContainer(connections);

    Raw(BlockingQueue<Long> delays) {
      admin.declareQueue(QueueBuilder.durable(RAW).quorum().build());
      container.setQueueNames(RAW);
      container.setMessageListener(
          message ->
              delays.add(
                  System.nanoTime() - message.getMessageProperties().<Long>getHeader("sent")));
      container.start();
    }

    void publish() {
      rabbit.send(
          "",
          RAW,
          MessageBuilder.withBody(new byte[900]).setHeader("sent", System.nanoTime()).build());
    }

    @Override
    public void close() {
      container.stop();
      admin.deleteQueue(RAW);
    }
  }
}
