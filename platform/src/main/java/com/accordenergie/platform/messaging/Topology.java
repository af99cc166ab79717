package com.accordenergie.platform.messaging;

import java.util.ArrayList;
import java.util.List;
import org.springframework.amqp.core.Binding;
import org.springframework.amqp.core.BindingBuilder;
import org.springframework.amqp.core.Declarable;
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

  static Declarables consumer(Subscription subscription) {
    TopicExchange exchange = exchange();
    Queue queue =
        QueueBuilder.durable(subscription.queue()).quorum().singleActiveConsumer().build();
    Queue parked = QueueBuilder.durable(subscription.parkedQueue()).quorum().build();
    List<Declarable> declarables = new ArrayList<>(List.of(exchange, queue, parked));
    for (String routingKey : subscription.routingKeys()) {
      Binding binding = BindingBuilder.bind(queue).to(exchange).with(routingKey);
      declarables.add(binding);
    }
    return new Declarables(declarables);
  }

  private static TopicExchange exchange() {
    return new TopicExchange(EXCHANGE, true, false);
  }
}
