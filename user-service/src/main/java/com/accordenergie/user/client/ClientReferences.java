package com.accordenergie.user.client;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What those who belong to a client may ask of it. */
@Service
public class ClientReferences {

  private final Clients clients;
  private final ClientIndex index;

  ClientReferences(Clients clients, ClientIndex index) {
    this.clients = clients;
    this.index = index;
  }

  /** How the client stands, and will stand until the transaction ends. */
  @Transactional(propagation = Propagation.MANDATORY)
  public ClientStanding lock(UUID id) {
    return clients
        .lock(id)
        .map(client -> client.isActive() ? ClientStanding.ACTIVE : ClientStanding.RETIRED)
        .orElse(ClientStanding.UNKNOWN);
  }

  /** The client is found by its sites too. It has to be locked. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void sitesChanged(UUID id) {
    index.write(clients.lock(id).orElseThrow().snapshot());
  }

  @Transactional(readOnly = true)
  public boolean exists(UUID id) {
    return clients.existsById(id);
  }

  @Transactional(readOnly = true)
  public Optional<String> nameOf(UUID id) {
    return clients.findById(id).map(client -> client.state().details().name());
  }
}
