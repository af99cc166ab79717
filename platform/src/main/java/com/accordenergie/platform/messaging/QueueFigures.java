package com.accordenergie.platform.messaging;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.core.QueueInformation;

/**
 * How much waits in the queues, as the broker said when it was last asked. On a thread of its own: a
 * broker that says nothing at all is waited for until its connection is given up.
 */
final class QueueFigures extends Background {

  private static final Logger log = LoggerFactory.getLogger(QueueFigures.class);
  private static final Duration EVERY = Duration.ofSeconds(2);

  /** Who has not answered for so long is away. */
  private static final Duration SILENCE = Duration.ofSeconds(6);

  private final List<String> queues;
  private final AmqpAdmin admin;
  private final Clock clock;
  private final Map<String, Long> waiting = new ConcurrentHashMap<>();
  private final Map<String, Instant> waitingSince = new ConcurrentHashMap<>();
  private volatile boolean refused;
  private volatile long answered = System.nanoTime();

  QueueFigures(List<String> queues, AmqpAdmin admin, Clock clock) {
    super("events-queues", Duration.ofSeconds(1));
    this.queues = List.copyOf(queues);
    this.admin = admin;
    this.clock = clock;
  }

  long waiting(String queue) {
    return waiting.getOrDefault(queue, 0L);
  }

  /** Since when something has been there each time; null when nothing is. */
  @Nullable Instant waitingSince(String queue) {
    return waitingSince.get(queue);
  }

  boolean isBrokerAway() {
    return refused || System.nanoTime() - answered > SILENCE.toNanos();
  }

  @Override
  protected void run() {
    while (isRunning()) {
      try {
        queues.forEach(this::look);
        answered = System.nanoTime();
        refused = false;
      } catch (RuntimeException away) {
        log.debug("The broker does not tell how the events are doing", away);
        refused = true;
      }
      try {
        Thread.sleep(EVERY);
      } catch (InterruptedException stopped) {
        return;
      }
    }
  }

  private void look(String queue) {
    QueueInformation information = admin.getQueueInfo(queue);
    long count = information == null ? 0 : information.getMessageCount();
    waiting.put(queue, count);
    if (count == 0) {
      waitingSince.remove(queue);
    } else {
      waitingSince.putIfAbsent(queue, clock.instant());
    }
  }
}
