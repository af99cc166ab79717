package com.accordenergie.platform.messaging;

import com.accordenergie.platform.id.Ids;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.amqp.rabbit.support.DefaultMessagePropertiesConverter;
import org.springframework.amqp.rabbit.support.MessagePropertiesConverter;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A queue holds only what was told after it was bound. What was told before (by a service that was
 * quicker at the very first start, or in the years before this one existed) is read from the log of
 * all events, once for each subscription and database, before the queue itself. Both may bring the
 * same event: the inbox lets it in once.
 */
final class CatchUp {

  private static final Logger log = LoggerFactory.getLogger(CatchUp.class);

  /** Stands in the inbox for "caught up"; its date keeps it from being cleaned away. */
  private static final UUID DONE = new UUID(0, 0);

  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private static final int PREFETCH = 200;

  private final JdbcClient jdbc;
  private final AmqpAdmin admin;
  private final ConnectionFactory connections;
  private final RabbitTemplate rabbit;
  private final MessagePropertiesConverter properties = new DefaultMessagePropertiesConverter();

  CatchUp(
      JdbcClient jdbc, AmqpAdmin admin, ConnectionFactory connections, RabbitTemplate rabbit) {
    this.jdbc = jdbc;
    this.admin = admin;
    this.connections = connections;
    this.rabbit = rabbit;
  }

  /** Fails when the broker or the database is away; to be tried again. */
  void run(Subscription subscription, EventConsumer consumer) throws Exception {
    if (isDone(subscription)) {
      return;
    }
    admin.initialize(); // From here on, the queue takes what is new.
    String mark = LogMark.leave(rabbit);
    long read = read(subscription, consumer, mark);
    markDone(subscription);
    log.info("{} has caught up with {} events told before", subscription.queue(), read);
  }

  private long read(Subscription subscription, EventConsumer consumer, String mark)
      throws IOException, InterruptedException {
    try (StreamCursor log = StreamCursor.from(connections, Topology.LOG, "first", PREFETCH)) {
      long handled = 0;
      while (true) {
        StreamCursor.Entry entry = log.next(PATIENCE);
        if (entry == null) {
          throw new IOException("the log fell silent before the mark");
        }
        if (entry.isMark(mark)) {
          return handled;
        }
        if (subscription.routingKeys().contains(entry.envelope().getRoutingKey())) {
          consumer.onMessage(message(entry));
          handled++;
        }
      }
    }
  }

  private Message message(StreamCursor.Entry entry) {
    return new Message(
        entry.body(),
        properties.toMessageProperties(entry.properties(), entry.envelope(), "UTF-8"));
  }

  private boolean isDone(Subscription subscription) {
    return jdbc.sql("select count(*) from inbox where queue = ? and event_id = ?")
            .params(subscription.queue(), Ids.bytes(DONE))
            .query(Long.class)
            .single()
        > 0;
  }

  private void markDone(Subscription subscription) {
    jdbc.sql("insert ignore into inbox (queue, event_id, received_at) values (?, ?, '9999-01-01')")
        .params(subscription.queue(), Ids.bytes(DONE))
        .update();
  }
}
