package com.accordenergie.user.client.messaging;

import com.accordenergie.platform.messaging.EventType;
import com.accordenergie.platform.messaging.Outbox;
import com.accordenergie.user.client.ClientEvents;
import com.accordenergie.user.client.ClientSnapshot;
import org.springframework.stereotype.Component;

/** Leaves what became of clients in the outbox. */
@Component
class ClientOutbox implements ClientEvents {

  private static final EventType CREATED = EventType.v1("client.created");
  private static final EventType UPDATED = EventType.v1("client.updated");
  private static final EventType RETIRED = EventType.v1("client.retired");

  private final Outbox outbox;

  ClientOutbox(Outbox outbox) {
    this.outbox = outbox;
  }

  @Override
  public void created(ClientSnapshot client) {
    tell(CREATED, client);
  }

  @Override
  public void updated(ClientSnapshot client) {
    tell(UPDATED, client);
  }

  @Override
  public void retired(ClientSnapshot client) {
    tell(RETIRED, client);
  }

  private void tell(EventType type, ClientSnapshot client) {
    outbox.append(
        type,
        client.id(),
        client.id(),
        client.version(),
        client.changedAt(),
        ClientTold.of(client));
  }
}
