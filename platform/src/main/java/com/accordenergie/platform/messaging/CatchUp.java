package com.accordenergie.platform.messaging;

import com.accordenergie.platform.id.Ids;
import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.DefaultConsumer;
import com.rabbitmq.client.Envelope;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.rabbit.connection.Connection;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.amqp.rabbit.connection.CorrelationData;
import org.springframework.amqp.rabbit.connection.RabbitUtils;
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

  private static final int PREFETCH = 200;
  private static final int PATIENCE_SECONDS = 15;

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
    String mark = mark();
    long read = read(subscription, consumer, mark);
    markDone(subscription);
    log.info("{} has caught up with {} events told before", subscription.queue(), read);
  }

  /**
   * Leaves a mark at the end of the log: what stands before it was told before now. A stream has no
   * exact count of its messages. The mark goes to the log alone, past the exchange, so that no
   * subscription's routing key ever fits it.
   */
  private String mark() throws Exception {
    var mark = new CorrelationData();
    rabbit.send(
        "",
        Topology.LOG,
        MessageBuilder.withBody(new byte[0]).setMessageId(mark.getId()).build(),
        mark);
    if (!mark.getFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS).ack()
        || mark.getReturned() != null) {
      throw new IOException("the log did not take a mark");
    }
    return mark.getId();
  }

  private long read(Subscription subscription, EventConsumer consumer, String mark)
      throws Exception {
    Connection connection = connections.createConnection();
    Channel channel = connection.createChannel(false);
    try {
      channel.basicQos(PREFETCH);
      BlockingQueue<Entry> entries = new LinkedBlockingQueue<>();
      String tag =
          channel.basicConsume(
              Topology.LOG,
              false,
              Map.of("x-stream-offset", "first"),
              new DefaultConsumer(channel) {
                @Override
                public void handleDelivery(
                    String consumerTag,
                    Envelope envelope,
                    AMQP.BasicProperties basic,
                    byte[] body) {
                  entries.add(new Entry(envelope, basic, body));
                }
              });
      long handled = 0;
      while (true) {
        Entry entry = entries.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (entry == null) {
          throw new IOException("the log fell silent before the mark");
        }
        if (mark.equals(entry.properties().getMessageId())) {
          break;
        }
        if (subscription.routingKeys().contains(entry.envelope().getRoutingKey())) {
          consumer.onMessage(message(entry));
          handled++;
        }
        channel.basicAck(entry.envelope().getDeliveryTag(), false);
      }
      channel.basicCancel(tag);
      return handled;
    } finally {
      RabbitUtils.setPhysicalCloseRequired(channel, true);
      RabbitUtils.closeChannel(channel);
    }
  }

  private Message message(Entry entry) {
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

  private record Entry(Envelope envelope, AMQP.BasicProperties properties, byte[] body) {}
}
