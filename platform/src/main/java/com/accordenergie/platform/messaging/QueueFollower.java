package com.accordenergie.platform.messaging;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;

/** Keeps one reader at a queue, whatever happens to the broker, the database or the queue. */
final class QueueFollower extends Background {

  private static final Logger log = LoggerFactory.getLogger(QueueFollower.class);
  private static final Duration LOOK_UP = Duration.ofMillis(500);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final String queue;
  private final Preparation preparation;
  private final Handling handling;
  private final ConnectionFactory connections;
  private final AmqpAdmin admin;

  QueueFollower(
      String queue,
      Preparation preparation,
      Handling handling,
      ConnectionFactory connections,
      AmqpAdmin admin) {
    super("events-" + queue, Duration.ofSeconds(6));
    this.queue = queue;
    this.preparation = preparation;
    this.handling = handling;
    this.connections = connections;
    this.admin = admin;
  }

  /** What has to be done before the queue is read; called again after each failure. */
  interface Preparation {
    void prepare() throws IOException, InterruptedException;
  }

  /** What returns is dealt with; what fails comes again. */
  interface Handling {
    void handle(List<QueueReader.Taken> messages) throws InterruptedException;
  }

  @Override
  protected void run() {
    while (isRunning()) {
      try {
        preparation.prepare();
        follow();
      } catch (InterruptedException stopped) {
        return;
      } catch (IOException | RuntimeException | VirtualMachineError away) {
        log.warn("{} cannot be followed right now: {}", queue, away.toString());
      }
      try {
        Thread.sleep(PAUSE);
      } catch (InterruptedException stopped) {
        return;
      }
    }
  }

  private void follow() throws IOException, InterruptedException {
    admin.initialize();
    try (QueueReader reader = QueueReader.open(connections, queue)) {
      while (isRunning()) {
        List<QueueReader.Taken> taken = reader.take(LOOK_UP);
        if (!taken.isEmpty()) {
          handling.handle(taken);
          reader.done(taken);
        }
      }
    }
  }
}
