package com.accordenergie.platform.messaging;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.amqp.rabbit.listener.SimpleMessageListenerContainer;
import org.springframework.context.SmartLifecycle;

/**
 * Runs one listener for each subscription, each after it has caught up with what was told before; a
 * broker or a database that is away at start is waited for.
 */
final class Consumers implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(Consumers.class);
  private static final int PREFETCH = 50;
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final List<Listener> listeners;
  private volatile boolean running;

  Consumers(List<Listener> listeners) {
    this.listeners = listeners;
  }

  static final class Listener {

    private final Subscription subscription;
    private final EventConsumer consumer;
    private final CatchUp catchUp;
    private final SimpleMessageListenerContainer container;
    private @Nullable Thread starting;

    Listener(
        Subscription subscription,
        EventConsumer consumer,
        CatchUp catchUp,
        ConnectionFactory connections,
        AmqpAdmin admin) {
      this.subscription = subscription;
      this.consumer = consumer;
      this.catchUp = catchUp;
      container = new SimpleMessageListenerContainer(connections);
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
      container.afterPropertiesSet();
    }

    private void start() {
      starting =
          Thread.ofPlatform()
              .daemon()
              .name("catch-up-" + subscription.queue())
              .start(this::catchUpThenListen);
    }

    private void catchUpThenListen() {
      while (true) {
        try {
          catchUp.run(subscription, consumer);
          container.start();
          return;
        } catch (InterruptedException stopped) {
          return;
        } catch (Exception away) {
          log.warn("{} cannot catch up yet: {}", subscription.queue(), away.toString());
        }
        try {
          Thread.sleep(PAUSE);
        } catch (InterruptedException stopped) {
          return;
        }
      }
    }

    private void stop() {
      if (starting != null) {
        starting.interrupt();
        try {
          starting.join(Duration.ofSeconds(5));
        } catch (InterruptedException hurried) {
          Thread.currentThread().interrupt();
        }
      }
      container.stop();
    }
  }

  @Override
  public void start() {
    running = true;
    listeners.forEach(Listener::start);
  }

  @Override
  public void stop() {
    running = false;
    listeners.forEach(Listener::stop);
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
