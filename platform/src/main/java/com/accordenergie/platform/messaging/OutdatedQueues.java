package com.accordenergie.platform.messaging;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ShutdownSignalException;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.rabbit.connection.AbstractConnectionFactory;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;

/**
 * A queue's arguments cannot be changed. One that an earlier version of a service has declared with
 * others is deleted, and declared anew when the service connects; what was in it is read from the log.
 */
final class OutdatedQueues {

  private static final Logger log = LoggerFactory.getLogger(OutdatedQueues.class);

  private final ConnectionFactory connections;

  OutdatedQueues(ConnectionFactory connections) {
    this.connections = connections;
  }

  /** True when the queue is not there any more. */
  boolean replace(Subscription subscription) throws IOException {
    // A connection of the pool is of no use yet: it declares everything before anybody gets it.
    try (Connection connection =
        ((AbstractConnectionFactory) connections)
            .getRabbitConnectionFactory()
            .newConnection("queues of an earlier version")) {
      Queue wanted = Topology.queue(subscription);
      if (!isOutdated(connection, wanted)) {
        return false;
      }
      log.warn("{} was declared by an earlier version: it is made anew", wanted.getName());
      connection.createChannel().queueDelete(wanted.getName());
      return true;
    } catch (TimeoutException | ShutdownSignalException away) {
      throw new IOException(away);
    }
  }

  private static boolean isOutdated(Connection connection, Queue wanted) throws IOException {
    Channel channel = connection.createChannel();
    try {
      channel.queueDeclare(
          wanted.getName(),
          wanted.isDurable(),
          wanted.isExclusive(),
          wanted.isAutoDelete(),
          wanted.getArguments());
      return false;
    } catch (IOException refused) {
      if (refused.getCause() instanceof ShutdownSignalException signal
          && signal.getReason() instanceof AMQP.Channel.Close close
          && close.getReplyCode() == AMQP.PRECONDITION_FAILED) {
        return true;
      }
      throw refused;
    }
  }
}
