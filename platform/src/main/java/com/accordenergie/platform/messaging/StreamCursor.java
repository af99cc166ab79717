package com.accordenergie.platform.messaging;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.DefaultConsumer;
import com.rabbitmq.client.Envelope;
import com.rabbitmq.client.ShutdownSignalException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;

/** An open reading of a stream: entry by entry, from a place on. Used by one thread. */
public final class StreamCursor implements AutoCloseable {

  private static final int LOG_PREFETCH = 200;

  /** As many as a stream ever writes at once; more the protocol cannot say. */
  private static final int WHOLE_CHUNK = 65_535;

  /** Beyond this nothing waits unsaid: the broker hears what is done with while there is more to do. */
  private static final int PARTS = 4;

  private static final Duration ENDING = Duration.ofSeconds(5);

  /** Comes last, when the broker has gone. */
  private static final Entry GONE = sentinel();

  /** Comes last, when the reading was ended. */
  private static final Entry ENDED = sentinel();

  private final Channel channel;
  private final int prefetch;
  private final BlockingQueue<Entry> entries = new LinkedBlockingQueue<>();
  private String consumerTag = "";
  private @Nullable Entry handedOut;
  private int unsaid;

  private StreamCursor(Channel channel, int prefetch) {
    this.channel = channel;
    this.prefetch = prefetch;
  }

  /**
   * @param offset the entry's place: it only grows, and is the same for every reader
   */
  public record Entry(
      long offset, Envelope envelope, AMQP.BasicProperties properties, byte[] body) {

    boolean isMark(String mark) {
      return mark.equals(properties.getMessageId());
    }

    /** Null when there is none. */
    public @Nullable String header(String name) {
      Map<String, Object> headers = properties.getHeaders();
      Object value = headers == null ? null : headers.get(name);
      return value == null ? null : value.toString();
    }
  }

  private static Entry sentinel() {
    return new Entry(
        -1, new Envelope(0, false, "", ""), new AMQP.BasicProperties.Builder().build(), new byte[0]);
  }

  /** The log of all events, from a place on. */
  static StreamCursor ofLog(ConnectionFactory connections, Object place) throws IOException {
    return from(connections, Topology.LOG, place, LOG_PREFETCH);
  }

  /**
   * @param place as the broker knows it: "first", "last", an offset, a time, or how long ago: "900s"
   * @param prefetch the broker sends no more than this ahead, so the entries that wait here are as
   *     many at most
   */
  static StreamCursor from(
      ConnectionFactory connections, String stream, Object place, int prefetch)
      throws IOException {
    // Not one of the pool's channels, which would be handed to others, its prefetch included.
    var connection = Objects.requireNonNull(connections.createConnection().getDelegate());
    Channel channel = connection.createChannel();
    if (channel == null) {
      throw new IOException("the connection has no channel left");
    }
    var cursor = new StreamCursor(channel, prefetch);
    try {
      cursor.consume(stream, place);
      return cursor;
    } catch (IOException | RuntimeException failed) {
      cursor.close();
      throw failed;
    }
  }

  /** The last entry; never returns for a stream that is empty. */
  static Entry last(ConnectionFactory connections, String stream, Duration patience)
      throws IOException, InterruptedException {
    try (StreamCursor cursor = from(connections, stream, "last", WHOLE_CHUNK)) {
      Entry first = cursor.next(patience);
      if (first == null) {
        throw new IOException(stream + " does not show its last entry");
      }
      List<Entry> rest = cursor.rest();
      return rest.isEmpty() ? first : rest.getLast();
    }
  }

  private void consume(String stream, Object place) throws IOException {
    channel.basicQos(prefetch);
    consumerTag =
        channel.basicConsume(
            stream, false, Map.of("x-stream-offset", place), new Arrivals(channel, entries));
  }

  private static final class Arrivals extends DefaultConsumer {

    private final BlockingQueue<Entry> entries;

    Arrivals(Channel channel, BlockingQueue<Entry> entries) {
      super(channel);
      this.entries = entries;
    }

    @Override
    public void handleDelivery(
        String consumerTag, Envelope envelope, AMQP.BasicProperties properties, byte[] body) {
      Object offset = Objects.requireNonNull(properties.getHeaders().get("x-stream-offset"));
      entries.add(new Entry(((Number) offset).longValue(), envelope, properties, body));
    }

    @Override
    public void handleCancelOk(String consumerTag) {
      entries.add(ENDED);
    }

    @Override
    public void handleCancel(String consumerTag) {
      entries.add(GONE);
    }

    @Override
    public void handleShutdownSignal(String consumerTag, ShutdownSignalException signal) {
      entries.add(GONE);
    }
  }

  /**
   * The next entry; null when none comes in time. Asking for it says that the one before is done
   * with.
   */
  public @Nullable Entry next(Duration patience) throws IOException, InterruptedException {
    if (handedOut != null) {
      unsaid++;
      if (unsaid >= prefetch / PARTS || entries.isEmpty()) {
        acknowledge(handedOut);
        unsaid = 0;
      }
      handedOut = null;
    }
    Entry entry = entries.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
    if (entry == GONE || entry == null && !channel.isOpen()) {
      throw gone(null);
    }
    handedOut = entry;
    return entry;
  }

  /** Whether the next entry is there already. */
  public boolean hasNext() {
    return !entries.isEmpty();
  }

  /**
   * What else stands there by now, as far as the prefetch reaches; ends the reading. To be called
   * once an entry has come: the broker sends what there is in one go, and what ends the reading comes
   * behind it.
   */
  public List<Entry> rest() throws IOException, InterruptedException {
    try {
      channel.basicCancel(consumerTag);
    } catch (ShutdownSignalException gone) {
      throw gone(gone);
    }
    List<Entry> rest = new ArrayList<>();
    while (true) {
      Entry entry = entries.poll(ENDING.toMillis(), TimeUnit.MILLISECONDS);
      if (entry == null || entry == GONE) {
        throw gone(null);
      }
      if (entry == ENDED) {
        return rest;
      }
      rest.add(entry);
    }
  }

  private void acknowledge(Entry entry) throws IOException {
    try {
      channel.basicAck(entry.envelope().getDeliveryTag(), true);
    } catch (ShutdownSignalException gone) {
      throw gone(gone);
    }
  }

  private static IOException gone(@Nullable ShutdownSignalException cause) {
    return new IOException("the connection to the stream is gone", cause);
  }

  /** Nothing is taken from a stream by reading it, so nothing has to be given back. */
  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException | TimeoutException | ShutdownSignalException gone) {
      // So it is closed.
    }
  }
}
