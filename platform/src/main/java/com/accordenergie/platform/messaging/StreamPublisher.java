package com.accordenergie.platform.messaging;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ShutdownSignalException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Writes to streams, in order and without waiting for each confirm. Whatever is refused, comes back or
 * is not confirmed in time ends it for good: what stands in the streams then is to be read there.
 */
public final class StreamPublisher implements AutoCloseable {

  /** So many may be on their way. */
  private static final int WINDOW = 2000;

  private static final Duration CONFIRM = Duration.ofSeconds(15);
  private static final int PERSISTENT = 2;

  private final Channel channel;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition confirmed = lock.newCondition();
  private final TreeSet<Long> onTheirWay = new TreeSet<>();
  private long sent;
  private @Nullable String failure;

  private StreamPublisher(Channel channel) {
    this.channel = channel;
  }

  static StreamPublisher on(Connection connection) throws IOException {
    Channel channel = connection.createChannel();
    if (channel == null) {
      throw new IOException("the connection has no channel left");
    }
    var publisher = new StreamPublisher(channel);
    channel.confirmSelect();
    channel.addConfirmListener(
        publisher::confirm, (number, several) -> publisher.fail("the broker refused an entry"));
    channel.addReturnListener(
        returned -> publisher.fail("there is no stream " + returned.getRoutingKey()));
    channel.addShutdownListener(signal -> publisher.fail("the connection is gone"));
    return publisher;
  }

  /** Waits while too many are on their way. */
  public void publish(
      String stream, UUID id, Instant time, Map<String, Object> headers, byte[] body)
      throws IOException, InterruptedException {
    lock.lock();
    try {
      await(() -> onTheirWay.size() < WINDOW);
      onTheirWay.add(++sent);
    } finally {
      lock.unlock();
    }
    try {
      channel.basicPublish(
          "",
          stream,
          true,
          new AMQP.BasicProperties.Builder()
              .contentType(CloudEvent.CONTENT_TYPE)
              .messageId(id.toString())
              .timestamp(Date.from(time))
              .deliveryMode(PERSISTENT)
              .headers(headers)
              .build(),
          body);
    } catch (ShutdownSignalException gone) {
      throw new IOException("the connection is gone", gone);
    }
  }

  /** Returns once everything published before is on the broker's disk. */
  public void flush() throws IOException, InterruptedException {
    lock.lock();
    try {
      long last = sent;
      await(() -> onTheirWay.isEmpty() || onTheirWay.first() > last);
    } finally {
      lock.unlock();
    }
  }

  private void await(BooleanSupplier condition) throws IOException, InterruptedException {
    long left = CONFIRM.toNanos();
    while (failure == null && !condition.getAsBoolean()) {
      if (left <= 0) {
        throw new IOException("the broker did not confirm in time");
      }
      left = confirmed.awaitNanos(left);
    }
    if (failure != null) {
      throw new IOException(failure);
    }
  }

  private void confirm(long number, boolean several) {
    lock.lock();
    try {
      if (several) {
        onTheirWay.headSet(number, true).clear();
      } else {
        onTheirWay.remove(number);
      }
      confirmed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void fail(String reason) {
    lock.lock();
    try {
      failure = failure == null ? reason : failure;
      confirmed.signalAll();
    } finally {
      lock.unlock();
    }
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
