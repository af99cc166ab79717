package com.accordenergie.platform.messaging;

import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.amqp.rabbit.core.RabbitTemplate;

/**
 * Keeps one reader at the log. When the broker goes away, the reading goes on behind the last entry
 * as soon as it is back, so that nothing is missed and nothing comes twice. What a relay tells again
 * has been read.
 */
public final class LogFollower extends Background {

  private static final Logger log = LoggerFactory.getLogger(LogFollower.class);
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final long NOWHERE = -1;

  private final Duration past;
  private final LogReader reader;
  private final EventReader events;
  private final RabbitTemplate rabbit;
  private final ConnectionFactory connections;
  private final AmqpAdmin admin;
  private long last = NOWHERE;
  private RecentEvents recent = new RecentEvents();

  LogFollower(
      Duration past,
      LogReader reader,
      EventReader events,
      RabbitTemplate rabbit,
      ConnectionFactory connections,
      AmqpAdmin admin) {
    super("event-log", Duration.ofSeconds(5));
    this.past = past;
    this.reader = reader;
    this.events = events;
    this.rabbit = rabbit;
    this.connections = connections;
    this.admin = admin;
  }

  @Override
  protected void run() {
    while (isRunning()) {
      try {
        follow();
      } catch (InterruptedException stopped) {
        return;
      } catch (IOException | RuntimeException away) {
        log.warn("The log of events cannot be read right now: {}", away.toString());
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
    String mark = LogMark.leave(rabbit);
    reader.begins();
    try (StreamCursor cursor =
        StreamCursor.ofLog(connections, place())) {
      boolean caughtUp = false;
      while (isRunning()) {
        StreamCursor.Entry entry = cursor.next(PATIENCE);
        if (entry != null) {
          LoggedEvent event = events.read(entry.body());
          boolean isNew = event != null && !recent.contains(event.id());
          reader.read(entry.offset(), isNew ? event : null);
          if (isNew) {
            recent.add(event.id());
          }
          last = entry.offset();
        }
        if (!caughtUp && entry != null && entry.isMark(mark)) {
          caughtUp = true;
          reader.caughtUp();
        }
        if (!caughtUp && entry == null) {
          startAnew();
        }
      }
    }
  }

  private Object place() {
    return last == NOWHERE ? past.toSeconds() + "s" : last + 1;
  }

  /** The mark stands at the end of the log; whoever does not come upon it looks beyond that end. */
  private void startAnew() throws IOException {
    last = NOWHERE;
    recent = new RecentEvents();
    reader.startedAnew();
    throw new IOException("the log ends before the place where it was left");
  }
}
