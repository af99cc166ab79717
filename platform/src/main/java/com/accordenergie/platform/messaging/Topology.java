package com.accordenergie.platform.messaging;

import java.util.List;
import org.springframework.amqp.core.Binding;
import org.springframework.amqp.core.BindingBuilder;
import org.springframework.amqp.core.Declarables;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.core.QueueBuilder;
import org.springframework.amqp.core.TopicExchange;

/** What is declared on the broker. */
final class Topology {

  static final String EXCHANGE = "accord.events";

  /**
   * Every event there was, for replays and audits. It is bound to everything, so an event is never
   * unroutable merely because nobody listens to it yet.
   */
  static final String LOG = "accord.events.log";

  private static final int DELIVERIES = 20;
  private static final long LONGEST_QUEUE = 2_000_000;

  private Topology() {}

  static Declarables producer() {
    TopicExchange exchange = exchange();
    Queue log =
        QueueBuilder.durable(LOG)
            .stream()
            .withArgument("x-max-age", "400D")
            .withArgument("x-max-length-bytes", 20_000_000_000L)
            .build();
    return new Declarables(exchange, log, BindingBuilder.bind(log).to(exchange).with("#"));
  }

  static List<Binding> bindings(Subscription subscription) {
    Queue queue = queue(subscription);
    return subscription.routingKeys().stream()
        .map(routingKey -> BindingBuilder.bind(queue).to(exchange()).with(routingKey))
        .toList();
  }

  /** Where the broker puts what it gives up; the service takes it from there at once. */
  static Queue givenUp(Subscription subscription) {
    return QueueBuilder.durable(subscription.parkedQueue()).quorum().build();
  }

  /**
   * What the broker has delivered again and again without an answer, because the connection or the
   * process ended each time, is not dropped, as it would be by default, but goes where the service
   * looks for it. A queue that is full refuses, and what is refused stays in the outbox.
   */
  static Queue queue(Subscription subscription) {
    return QueueBuilder.durable(subscription.queue())
        .quorum()
        .singleActiveConsumer()
        .deliveryLimit(DELIVERIES)
        .deadLetterExchange("")
        .deadLetterRoutingKey(subscription.parkedQueue())
        .withArgument("x-dead-letter-strategy", "at-least-once")
        .maxLength(LONGEST_QUEUE)
        .overflow(QueueBuilder.Overflow.rejectPublish)
        .build();
  }

  private static TopicExchange exchange() {
    return new TopicExchange(EXCHANGE, true, false);
  }
}
