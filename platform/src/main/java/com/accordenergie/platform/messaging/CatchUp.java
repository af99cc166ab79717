package com.accordenergie.platform.messaging;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.amqp.rabbit.core.RabbitTemplate;

/**
 * A queue holds only what was told after it was bound. What was told before (by a service that was
 * quicker at the very first start, or in the years before this one existed) is read from the log of
 * all events, once for each subscription and database, before the queue itself. Both may bring the
 * same event: it is handled once.
 */
final class CatchUp {

  private static final Logger log = LoggerFactory.getLogger(CatchUp.class);
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final int BATCH = 100;

  private final SubscriptionStates states;
  private final AmqpAdmin admin;
  private final ConnectionFactory connections;
  private final RabbitTemplate rabbit;
  private final OutdatedQueues outdated;

  CatchUp(
      SubscriptionStates states,
      AmqpAdmin admin,
      ConnectionFactory connections,
      RabbitTemplate rabbit,
      OutdatedQueues outdated) {
    this.states = states;
    this.admin = admin;
    this.connections = connections;
    this.rabbit = rabbit;
    this.outdated = outdated;
  }

  /** Fails when the broker or the database is away; to be tried again. */
  void run(EventConsumer consumer) throws IOException, InterruptedException {
    Subscription subscription = consumer.subscription();
    states.introduce(subscription.queue());
    if (outdated.isToBeMade(subscription)) {
      states.startsAnew(subscription.queue());
    }
    declare(subscription); // From here on, the queue takes what is new.
    if (states.hasCaughtUp(subscription.queue())) {
      return;
    }
    String mark = LogMark.leave(rabbit);
    long read = read(consumer, mark);
    states.caughtUp(subscription.queue());
    log.info("{} has caught up with {} events told before", subscription.queue(), read);
  }

  /**
   * Not together with all else that is declared whenever a connection opens: whether the queue was
   * there before has to be known first.
   */
  private void declare(Subscription subscription) {
    admin.initialize();
    admin.declareQueue(Topology.givenUp(subscription));
    admin.declareQueue(Topology.queue(subscription));
    Topology.bindings(subscription).forEach(admin::declareBinding);
  }

  private long read(EventConsumer consumer, String mark) throws IOException, InterruptedException {
    Subscription subscription = consumer.subscription();
    List<byte[]> batch = new ArrayList<>();
    try (StreamCursor log = StreamCursor.ofLog(connections, "first")) {
      long handled = 0;
      while (true) {
        StreamCursor.Entry entry = log.next(PATIENCE);
        if (entry == null) {
          throw new IOException("the log fell silent before the mark");
        }
        boolean isMark = entry.isMark(mark);
        if (subscription.routingKeys().contains(entry.envelope().getRoutingKey())) {
          batch.add(entry.body());
          handled++;
        }
        if (batch.size() == BATCH || isMark) {
          consumer.catchUp(batch);
          batch.clear();
        }
        if (isMark) {
          return handled;
        }
      }
    }
  }
}
