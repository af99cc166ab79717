package com.accordenergie.platform.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.accordenergie.platform.messaging.StreamTurn;
import com.accordenergie.platform.messaging.Streams;
import com.accordenergie.platform.test.CapturedEvent;
import com.accordenergie.platform.test.SecondInstance;
import com.accordenergie.platform.web.IfMatch;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.core.BindingBuilder;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.core.QueueBuilder;
import org.springframework.amqp.core.TopicExchange;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two instances share one outbox: nothing leaves twice, nothing overtakes. */
@PlatformTest
class TwoInstancesTest {

  private static final int NOTES = 60;
  private static final int VERSIONS = 10;

  @Autowired Notes notes;
  @Autowired Environment environment;
  @Autowired RabbitTemplate rabbit;
  @Autowired AmqpAdmin admin;
  @Autowired JdbcClient jdbc;

  @Test
  void eachNotesEventsLeaveOnceAndInOrder() throws Exception {
    Queue partner = partnerQueue();
    try (ConfigurableApplicationContext second = SecondInstance.beside(environment, NoteApplication.class)) {
      Notes there = second.getBean(Notes.class);
      List<UUID> written = new ArrayList<>();
      try (var writers = Executors.newFixedThreadPool(8)) {
        List<Future<UUID>> futures =
            Stream.iterate(0, i -> i + 1)
                .limit(NOTES)
                .map(i -> writers.submit(() -> life(i % 2 == 0 ? notes : there)))
                .toList();
        for (Future<UUID> future : futures) {
          written.add(future.get());
        }
      }
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> jdbc.sql("select count(*) from outbox").query(Long.class).single() == 0);

      List<CapturedSequence> arrived = drain(partner);
      for (UUID note : written) {
        assertThat(arrived.stream().filter(one -> one.note().equals(note)))
            .extracting(CapturedSequence::sequence)
            .isEqualTo(LongStream.rangeClosed(1, VERSIONS).boxed().toList());
      }
    }
  }

  @Test
  void anInstanceGoesToTheNodeOfTheBrokerThatIsThere() throws IOException {
    String nodes =
        "localhost:1,%s:%s"
            .formatted(
                environment.getRequiredProperty("ACCORD_RABBIT_HOST"),
                environment.getRequiredProperty("ACCORD_RABBIT_PORT"));
    try (ConfigurableApplicationContext second =
        SecondInstance.beside(
            environment, Map.of("ACCORD_RABBIT_ADDRESSES", nodes), NoteApplication.class)) {
      Streams streams = second.getBean(Streams.class);
      try (StreamTurn turn = streams.take("turn of this test").orElseThrow()) {
        assertThat(turn.isHeld()).isTrue();
        assertThat(streams.exists("accord.log." + UUID.randomUUID())).isFalse();
      }
    }
  }

  private static UUID life(Notes instance) {
    UUID note = instance.write("first");
    for (long version = 1; version < VERSIONS; version++) {
      instance.rewrite(note, "again", IfMatch.version(version));
    }
    return note;
  }

  private Queue partnerQueue() {
    Queue queue = QueueBuilder.durable("partner").build();
    admin.declareQueue(queue);
    admin.declareBinding(
        BindingBuilder.bind(queue).to(new TopicExchange("accord.events")).with("note.#"));
    return queue;
  }

  private List<CapturedSequence> drain(Queue queue) {
    List<CapturedSequence> all = new ArrayList<>();
    for (Message message = rabbit.receive(queue.getName(), 2000);
        message != null;
        message = rabbit.receive(queue.getName(), 200)) {
      var event = CapturedEvent.read(message);
      all.add(new CapturedSequence(event.subject(), event.sequence()));
    }
    return all;
  }

  private record CapturedSequence(UUID note, long sequence) {}
}
