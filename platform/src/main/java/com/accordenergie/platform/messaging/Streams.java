package com.accordenergie.platform.messaging;

import com.rabbitmq.client.Address;
import com.rabbitmq.client.Connection;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.core.QueueBuilder;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.amqp.rabbit.core.RabbitAdmin;
import org.springframework.beans.factory.DisposableBean;

/**
 * A service's own streams on the broker, in a virtual host of their own: it alone declares them and
 * writes to them. They are read over another connection than they are declared: the broker ends all of
 * a connection when a stream is deleted in the moment in which its reading begins.
 */
public final class Streams implements DisposableBean {

  private static final String READERS = "accord.streams.readers";
  private static final String KEEPER = "accord.streams.keeper";

  private final VirtualHost host;
  private final com.rabbitmq.client.ConnectionFactory broker;
  private final List<Address> nodes;
  private final CachingConnectionFactory readers;
  private final CachingConnectionFactory keeper;
  private final AmqpAdmin admin;

  /**
   * @param broker how it is reached; the virtual host is ours to set
   * @param nodes of the broker, tried one after the other
   */
  Streams(com.rabbitmq.client.ConnectionFactory broker, List<Address> nodes, VirtualHost host) {
    broker.setVirtualHost(host.name());
    this.host = host;
    this.broker = broker;
    this.nodes = nodes;
    this.readers = connections(READERS);
    this.keeper = connections(KEEPER);
    this.admin = new RabbitAdmin(keeper);
  }

  private CachingConnectionFactory connections(String name) {
    var connections = new CachingConnectionFactory(broker);
    connections.setAddresses(nodes.stream().map(Address::toString).toList());
    connections.setConnectionNameStrategy(factory -> name);
    return connections;
  }

  /**
   * @param age how long entries are kept
   * @param bytes how much is kept
   */
  public void declare(String stream, Duration age, long bytes) {
    admin.declareQueue(
        QueueBuilder.durable(stream)
            .stream()
            .withArgument("x-max-age", age.toDays() + "D")
            .withArgument("x-max-length-bytes", bytes)
            .build());
  }

  public void delete(String stream) {
    admin.deleteQueue(stream);
  }

  public boolean exists(String stream) {
    return admin.getQueueInfo(stream) != null;
  }

  public StreamCursor readFirst(String stream, int prefetch) throws IOException {
    return StreamCursor.from(readers, stream, "first", prefetch);
  }

  /** From the entry with this offset on, or from the first one that is still kept. */
  public StreamCursor readFrom(String stream, long offset, int prefetch) throws IOException {
    return StreamCursor.from(readers, stream, offset, prefetch);
  }

  /** From what was written at this time on, and perhaps a few entries before. */
  public StreamCursor readFrom(String stream, Instant time, int prefetch) throws IOException {
    return StreamCursor.from(readers, stream, Date.from(time), prefetch);
  }

  /** The last entry; never returns for a stream that is empty. */
  public StreamCursor.Entry last(String stream, Duration patience)
      throws IOException, InterruptedException {
    return StreamCursor.last(readers, stream, patience);
  }

  /** Empty while another connection, of whichever instance, has the turn. */
  public Optional<StreamTurn> take(String turn) throws IOException {
    host.make();
    Connection connection;
    try {
      connection = broker.newConnection(nodes, turn);
    } catch (TimeoutException late) {
      throw new IOException("the broker did not answer in time", late);
    } catch (IOException refused) {
      host.makeAgain();
      throw refused;
    }
    return StreamTurn.take(connection, turn);
  }

  @Override
  public void destroy() {
    readers.destroy();
    keeper.destroy();
  }
}
