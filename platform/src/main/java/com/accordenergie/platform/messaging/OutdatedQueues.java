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
 * A queue that is not there has missed what was told meanwhile; and one that an earlier version of a
 * service has declared with other arguments cannot be changed. Both are declared anew when the service
 * connects, and what they have missed is read from the log.
 */
final class OutdatedQueues {

  private static final Logger log = LoggerFactory.getLogger(OutdatedQueues.class);

  private final ConnectionFactory connections;

  OutdatedQueues(ConnectionFactory connections) {
    this.connections = connections;
  }

  /** True when the queue was not there, or is not there any more. */
  boolean isToBeMade(Subscription subscription) throws IOException {
    // A connection of the pool is of no use yet: it declares everything before anybody gets it.
    try (Connection connection =
        ((AbstractConnectionFactory) connections)
            .getRabbitConnectionFactory()
            .newConnection("looks after queues")) {
      Queue queue = Topology.queue(subscription);
      if (isRefused(AMQP.NOT_FOUND, () -> connection.createChannel().queueDeclarePassive(queue.getName()))) {
        return true;
      }
      if (isRefused(AMQP.PRECONDITION_FAILED, () -> declare(connection.createChannel(), queue))) {
        log.warn("{} was declared by an earlier version: it is made anew", queue.getName());
        connection.createChannel().queueDelete(queue.getName());
        return true;
      }
      return false;
    } catch (TimeoutException | ShutdownSignalException away) {
      throw new IOException(away);
    }
  }

  private interface Asking {
    void ask() throws IOException;
  }

  private static void declare(Channel channel, Queue queue) throws IOException {
    channel.queueDeclare(
        queue.getName(),
        queue.isDurable(),
        queue.isExclusive(),
        queue.isAutoDelete(),
        queue.getArguments());
  }

  private static boolean isRefused(int code, Asking asking) throws IOException {
    try {
      asking.ask();
      return false;
    } catch (IOException refused) {
      if (refused.getCause() instanceof ShutdownSignalException signal
          && signal.getReason() instanceof AMQP.Channel.Close close
          && close.getReplyCode() == code) {
        return true;
      }
      throw refused;
    }
  }
}
