package com.accordenergie.platform.messaging;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.DefaultConsumer;
import com.rabbitmq.client.Envelope;
import com.rabbitmq.client.ShutdownSignalException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;

/**
 * An open reading of a queue: takes as many messages at once as are there, and gives them back to the
 * broker unless they are {@link #done}.
 */
final class QueueReader implements AutoCloseable {

  /** The broker sends no more than this ahead. */
  private static final int PREFETCH = 100;

  /** Comes last, when the broker has gone. */
  private static final Taken GONE =
      new Taken(0, new AMQP.BasicProperties.Builder().build(), new byte[0]);

  private final Channel channel;
  private final BlockingQueue<Taken> messages = new LinkedBlockingQueue<>();

  private QueueReader(Channel channel) {
    this.channel = channel;
  }

  record Taken(long tag, AMQP.BasicProperties properties, byte[] body) {}

  static QueueReader open(ConnectionFactory connections, String queue) throws IOException {
    // Not one of the pool's channels, which would be handed to others, its prefetch included.
    var connection = Objects.requireNonNull(connections.createConnection().getDelegate());
    var reader = new QueueReader(connection.createChannel());
    try {
      reader.consume(queue);
      return reader;
    } catch (IOException | RuntimeException failed) {
      reader.close();
      throw failed;
    }
  }

  private void consume(String queue) throws IOException {
    channel.basicQos(PREFETCH);
    channel.basicConsume(
        queue,
        false,
        new DefaultConsumer(channel) {
          @Override
          public void handleDelivery(
              String consumerTag, Envelope envelope, AMQP.BasicProperties properties, byte[] body) {
            messages.add(new Taken(envelope.getDeliveryTag(), properties, readable(body)));
          }

          @Override
          public void handleCancel(String consumerTag) {
            messages.add(GONE);
          }

          @Override
          public void handleShutdownSignal(String consumerTag, ShutdownSignalException signal) {
            messages.add(GONE);
          }
        });
  }

  /**
   * Of what is too large to be an event, the beginning, which is still too large: a hundred of the whole would
   * be more than the memory, and so would one on its way into a table be.
   */
  private static byte[] readable(byte[] body) {
    return body.length > EventReader.LARGEST ? Arrays.copyOf(body, EventReader.LARGEST + 1) : body;
  }

  /** In their order; none when none comes in time. */
  List<Taken> take(Duration patience) throws IOException, InterruptedException {
    Taken first = messages.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
    if (first == null) {
      if (!channel.isOpen()) {
        throw gone(null);
      }
      return List.of();
    }
    List<Taken> taken = new ArrayList<>(List.of(first));
    messages.drainTo(taken, PREFETCH - 1);
    if (taken.contains(GONE)) {
      throw gone(null);
    }
    return taken;
  }

  void done(List<Taken> taken) throws IOException {
    try {
      channel.basicAck(taken.getLast().tag(), true);
    } catch (ShutdownSignalException closed) {
      throw gone(closed);
    }
  }

  private static IOException gone(@Nullable Throwable cause) {
    return new IOException("the connection to the queue is gone", cause);
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException | TimeoutException | ShutdownSignalException gone) {
      // So it is closed.
    }
  }
}
