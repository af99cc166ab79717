package com.accordenergie.platform.messaging;

import java.util.ArrayList;
import java.util.List;
import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Runs what follows the queues: one reader for each subscription, after it has caught up with what
 * was told before; one for what the broker gave up delivering to it; and, for all of them together,
 * the retries and the search for what is missing.
 */
final class Consumers implements SmartLifecycle {

  private final List<EventConsumer> consumers;
  private final List<Background> work = new ArrayList<>();
  private volatile boolean running;

  Consumers(
      List<EventConsumer> consumers,
      CatchUp catchUp,
      List<Background> ofAll,
      ConnectionFactory connections,
      AmqpAdmin admin) {
    this.consumers = List.copyOf(consumers);
    for (EventConsumer consumer : consumers) {
      Subscription subscription = consumer.subscription();
      work.add(
          new QueueFollower(
              subscription.queue(),
              () -> {
                catchUp.run(consumer);
                consumer.aside().settle();
              },
              taken -> consumer.handle(taken.stream().map(QueueReader.Taken::body).toList()),
              connections,
              admin));
      work.add(
          new QueueFollower(
              subscription.parkedQueue(),
              () -> admin.declareQueue(Topology.givenUp(subscription)),
              taken -> consumer.takeBack(taken.stream().map(QueueReader.Taken::body).toList()),
              connections,
              admin));
    }
    if (!consumers.isEmpty()) {
      work.addAll(ofAll);
    }
  }

  List<EventConsumer> all() {
    return consumers;
  }

  @Override
  public void start() {
    running = true;
    work.forEach(Background::start);
  }

  @Override
  public void stop() {
    running = false;
    work.forEach(Background::stop);
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
