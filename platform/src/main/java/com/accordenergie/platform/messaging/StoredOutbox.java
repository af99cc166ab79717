package com.accordenergie.platform.messaging;

import com.accordenergie.platform.id.Ids;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/** The outbox as a table; wakes the relay once the transaction has committed. */
class StoredOutbox implements Outbox {

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final String source;
  private final OutboxRelay relay;

  StoredOutbox(JdbcClient jdbc, JsonMapper json, String source, OutboxRelay relay) {
    this.jdbc = jdbc;
    this.json = json;
    this.source = source;
    this.relay = relay;
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void append(
      EventType type, UUID subject, UUID aggregate, long sequence, Instant time, Object data) {
    UUID id = Ids.next();
    var event =
        new CloudEvent(
            "1.0",
            id,
            source,
            type.type(),
            subject.toString(),
            time,
            sequence,
            actor(),
            type.schema(),
            "application/json",
            data);
    byte[] body = json.writeValueAsBytes(event);
    if (body.length > EventReader.LARGEST) {
      throw new IllegalArgumentException(
          "an event of %d bytes: nobody would read it".formatted(body.length));
    }
    jdbc.sql(
            """
            insert into outbox (event_id, aggregate_id, sequence, routing_key, body, created_at)
            values (?, ?, ?, ?, ?, utc_timestamp(6))
            """)
        .params(
            Ids.bytes(id), Ids.bytes(aggregate), sequence, type.name(), body)
        .update();
    wakeTheRelayAfterCommit();
  }

  /** In whose name the change is made; null when the suite makes it by itself. */
  private static @Nullable UUID actor() {
    return SecurityContextHolder.getContext().getAuthentication()
            instanceof JwtAuthenticationToken known
        ? UUID.fromString(known.getToken().getSubject())
        : null;
  }

  private void wakeTheRelayAfterCommit() {
    if (TransactionSynchronizationManager.getSynchronizations().stream()
        .noneMatch(WakeUp.class::isInstance)) {
      TransactionSynchronizationManager.registerSynchronization(new WakeUp(relay));
    }
  }

  private record WakeUp(OutboxRelay relay) implements TransactionSynchronization {

    @Override
    public void afterCommit() {
      relay.wake();
    }
  }
}
