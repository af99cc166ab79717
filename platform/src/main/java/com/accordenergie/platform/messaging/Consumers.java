package com.accordenergie.platform.messaging;

import java.util.List;
import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.amqp.rabbit.listener.SimpleMessageListenerContainer;
import org.springframework.context.SmartLifecycle;

/** Runs one listener for each subscription; a broker that is away at start is waited for. */
final class Consumers implements SmartLifecycle {

  private static final int PREFETCH = 50;

  private final List<SimpleMessageListenerContainer> containers;

  Consumers(List<SimpleMessageListenerContainer> containers) {
    this.containers = containers;
  }

  static SimpleMessageListenerContainer container(
      Subscription subscription, EventConsumer consumer, ConnectionFactory connections, AmqpAdmin admin) {
    var container = new SimpleMessageListenerContainer(connections);
    container.setQueueNames(subscription.queue());
    container.setListenerId(subscription.queue());
    container.setMessageListener(consumer);
    container.setConcurrency("1");
    container.setPrefetchCount(PREFETCH);
    container.setAmqpAdmin(admin);
    container.setMissingQueuesFatal(false);
    container.setDefaultRequeueRejected(true);
    container.setRecoveryInterval(1000);
    container.setFailedDeclarationRetryInterval(1000);
    container.setShutdownTimeout(5000);
    return container;
  }

  @Override
  public void start() {
    containers.forEach(
        container -> {
          container.afterPropertiesSet();
          container.start();
        });
  }

  @Override
  public void stop() {
    containers.forEach(SimpleMessageListenerContainer::stop);
  }

  @Override
  public boolean isRunning() {
    return containers.stream().anyMatch(SimpleMessageListenerContainer::isRunning);
  }
}
