package com.accordenergie.platform.messaging;

import com.rabbitmq.client.BlockedListener;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.rabbit.connection.Connection;
import org.springframework.amqp.rabbit.connection.ConnectionListener;

/** Which connections the broker reads nothing from, because it is short of memory or disk. */
final class BlockedConnections implements ConnectionListener {

  private static final Logger log = LoggerFactory.getLogger(BlockedConnections.class);

  private final Set<Connection> blocked = ConcurrentHashMap.newKeySet();

  @Override
  public void onCreate(Connection connection) {
    connection.addBlockedListener(
        new BlockedListener() {
          @Override
          public void handleBlocked(String reason) {
            log.warn("The broker takes no events for the time being: {}", reason);
            blocked.add(connection);
          }

          @Override
          public void handleUnblocked() {
            blocked.remove(connection);
          }
        });
  }

  @Override
  public void onClose(Connection connection) {
    blocked.remove(connection);
  }

  boolean any() {
    blocked.removeIf(connection -> !connection.isOpen());
    return !blocked.isEmpty();
  }
}
