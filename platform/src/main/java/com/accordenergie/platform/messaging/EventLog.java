package com.accordenergie.platform.messaging;

import java.io.IOException;
import java.time.Duration;
import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.amqp.rabbit.core.RabbitTemplate;

/**
 * Everything that was ever told, in one order that is the same for all who read it. Unlike a {@link
 * Subscription}, reading it is nobody's turn: each instance of a service reads all of it.
 */
public final class EventLog {

  private static final int PREFETCH = 2000;
  private static final long BEFORE_ALL = -1;
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final EventReader events;
  private final RabbitTemplate rabbit;
  private final ConnectionFactory connections;
  private final AmqpAdmin admin;

  EventLog(
      EventReader events, RabbitTemplate rabbit, ConnectionFactory connections, AmqpAdmin admin) {
    this.events = events;
    this.rabbit = rabbit;
    this.connections = connections;
    this.admin = admin;
  }

  /**
   * Reads on for as long as the application runs; to be declared as a bean.
   *
   * @param past what has been told for this long is read too
   */
  public LogFollower follow(Duration past, LogReader reader) {
    return new LogFollower(past, reader, events, rabbit, connections, admin);
  }

  /** Opens a reading of everything that is still there. */
  public LogReading readAll() throws IOException, InterruptedException {
    return read("first", BEFORE_ALL);
  }

  /**
   * Opens a reading of what stands behind an entry.
   *
   * @param offset that entry's
   */
  public LogReading readAfter(long offset) throws IOException, InterruptedException {
    return read(Math.max(0, offset + 1 - RecentEvents.REMEMBERED), offset);
  }

  /** Opens a reading of what is told from now on, and perhaps of a few entries before. */
  public LogReading readTheEnd() throws IOException, InterruptedException {
    return read("last", BEFORE_ALL);
  }

  private LogReading read(Object place, long left) throws IOException, InterruptedException {
    admin.initialize();
    String mark = LogMark.leave(rabbit);
    return new LogReading(
        StreamCursor.from(connections, Topology.LOG, place, PREFETCH),
        events,
        mark,
        left,
        () -> place instanceof Long wanted && last() < wanted);
  }

  private long last() throws IOException, InterruptedException {
    return StreamCursor.last(connections, Topology.LOG, PATIENCE).offset();
  }
}
