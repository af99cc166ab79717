package com.accordenergie.platform.messaging;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ShutdownSignalException;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

/**
 * The right to write, which one connection at a time has: it holds an exclusive queue, and all that is
 * written goes over that same connection. So whoever loses the turn, for whatever reason, and even
 * without noticing, has lost the means to write too: the broker itself keeps them out.
 */
public final class StreamTurn implements AutoCloseable {

  private static final int CLOSING_MILLISECONDS = 2000;

  private final Connection connection;

  private StreamTurn(Connection connection) {
    this.connection = connection;
  }

  static Optional<StreamTurn> take(Connection connection, String turn) throws IOException {
    var taken = new StreamTurn(connection);
    try {
      Channel channel = connection.createChannel();
      channel.queueDeclare(turn, false, true, false, Map.of());
      return Optional.of(taken);
    } catch (IOException | RuntimeException failed) {
      taken.close();
      if (failed.getCause() instanceof ShutdownSignalException signal
          && !signal.isHardError()
          && String.valueOf(signal.getReason()).contains("RESOURCE_LOCKED")) {
        return Optional.empty();
      }
      throw failed;
    }
  }

  public boolean isHeld() {
    return connection.isOpen();
  }

  /** Somebody who writes in an order of its own, beside others. */
  public StreamPublisher publisher() throws IOException {
    try {
      return StreamPublisher.on(connection);
    } catch (ShutdownSignalException lost) {
      throw new IOException("the turn is lost", lost);
    }
  }

  @Override
  public void close() {
    connection.abort(CLOSING_MILLISECONDS);
  }
}
