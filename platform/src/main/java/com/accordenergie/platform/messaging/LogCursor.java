package com.accordenergie.platform.messaging;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.DefaultConsumer;
import com.rabbitmq.client.Envelope;
import com.rabbitmq.client.ShutdownSignalException;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.amqp.rabbit.connection.CorrelationData;
import org.springframework.amqp.rabbit.core.RabbitTemplate;

/** An open reading of the log of all events: entry by entry, from a place on. */
final class LogCursor implements AutoCloseable {

  /** The broker sends no more than this ahead, so the entries that wait here are as many at most. */
  private static final int PREFETCH = 200;

  private static final Duration CONFIRM = Duration.ofSeconds(15);

  /** Comes last, when the broker has gone. */
  private static final Entry GONE =
      new Entry(
          -1, new Envelope(0, false, "", ""), new AMQP.BasicProperties.Builder().build(), new byte[0]);

  private final Channel channel;
  private final BlockingQueue<Entry> entries = new LinkedBlockingQueue<>();
  private @Nullable Entry handedOut;

  private LogCursor(Channel channel) {
    this.channel = channel;
  }

  record Entry(long offset, Envelope envelope, AMQP.BasicProperties properties, byte[] body) {

    boolean isMark(String mark) {
      return mark.equals(properties.getMessageId());
    }
  }

  /**
   * @param place as the broker knows it: "first", an offset, or how long ago, like "900s"
   */
  static LogCursor from(ConnectionFactory connections, Object place) throws IOException {
    // Not one of the pool's channels, which would be handed to others, its prefetch included.
    var connection = Objects.requireNonNull(connections.createConnection().getDelegate());
    var cursor = new LogCursor(connection.createChannel());
    try {
      cursor.consume(place);
      return cursor;
    } catch (IOException | RuntimeException failed) {
      cursor.close();
      throw failed;
    }
  }

  private void consume(Object place) throws IOException {
    channel.basicQos(PREFETCH);
    channel.basicConsume(
        Topology.LOG,
        false,
        Map.of("x-stream-offset", place),
        new DefaultConsumer(channel) {
          @Override
          public void handleDelivery(
              String consumerTag, Envelope envelope, AMQP.BasicProperties properties, byte[] body) {
            Object offset = Objects.requireNonNull(properties.getHeaders().get("x-stream-offset"));
            entries.add(new Entry(((Number) offset).longValue(), envelope, properties, body));
          }

          @Override
          public void handleCancel(String consumerTag) {
            entries.add(GONE);
          }

          @Override
          public void handleShutdownSignal(String consumerTag, ShutdownSignalException signal) {
            entries.add(GONE);
          }
        });
  }

  /**
   * The next entry; null when none comes in time. Asking for it says that the one before is done
   * with.
   */
  @Nullable Entry next(Duration patience) throws IOException, InterruptedException {
    if (handedOut != null) {
      acknowledge(handedOut);
      handedOut = null;
    }
    Entry entry = entries.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
    if (entry == GONE || entry == null && !channel.isOpen()) {
      throw new IOException("the connection to the log is gone");
    }
    handedOut = entry;
    return entry;
  }

  private void acknowledge(Entry entry) throws IOException {
    try {
      channel.basicAck(entry.envelope().getDeliveryTag(), false);
    } catch (ShutdownSignalException gone) {
      throw new IOException("the connection to the log is gone", gone);
    }
  }

  /** Nothing is taken from a log by reading it, so nothing has to be given back. */
  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException | TimeoutException | ShutdownSignalException gone) {
      // So it is closed.
    }
  }

  /**
   * Leaves a mark at the end of the log: what stands before it was told before now. A stream has no
   * exact count of its messages. The mark goes to the log alone, past the exchange, so that no
   * subscription's routing key ever fits it.
   */
  static String leaveMark(RabbitTemplate rabbit) throws IOException, InterruptedException {
    var mark = new CorrelationData();
    rabbit.send(
        "",
        Topology.LOG,
        MessageBuilder.withBody(new byte[0]).setMessageId(mark.getId()).build(),
        mark);
    try {
      boolean taken = mark.getFuture().get(CONFIRM.toSeconds(), TimeUnit.SECONDS).ack();
      if (!taken || mark.getReturned() != null) {
        throw new IOException("the log did not take a mark");
      }
    } catch (ExecutionException | TimeoutException failed) {
      throw new IOException("the log did not take a mark", failed);
    }
    return mark.getId();
  }
}
