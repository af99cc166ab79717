package com.accordenergie.user.client;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What those who belong to a client may ask of it. */
@Service
public class ClientReferences {

  private static final int BITE = 500;

  private final Clients clients;
  private final ClientCodes codes;
  private final ClientIndex index;

  ClientReferences(Clients clients, ClientCodes codes, ClientIndex index) {
    this.clients = clients;
    this.codes = codes;
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

  /** Whether all of them are active, and will be until the transaction ends. */
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean lockActive(Collection<UUID> ids) {
    List<UUID> sorted = ids.stream().distinct().sorted().toList();
    for (int from = 0; from < sorted.size(); from += BITE) {
      List<UUID> bite = sorted.subList(from, Math.min(sorted.size(), from + BITE));
      List<Client> locked = clients.lockAll(bite);
      if (locked.size() < bite.size() || !locked.stream().allMatch(Client::isActive)) {
        return false;
      }
    }
    return true;
  }

  /** The client is found by its sites too. It has to be locked. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void sitesChanged(UUID id) {
    index.write(clients.lock(id).orElseThrow().snapshot());
  }

  /** As for one; they are new, or locked. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void sitesChanged(Collection<UUID> ids) {
    index.writeAll(clients.findAllById(ids).stream().map(Client::snapshot).toList());
  }

  /** Nobody else takes a client on before the transaction ends. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void lockTakingOn() {
    codes.lock();
  }

  /** Those of them that there are, retired ones included. */
  @Transactional(readOnly = true)
  public Set<UUID> known(Collection<UUID> ids) {
    return clients.findAllById(ids).stream().map(Client::getId).collect(Collectors.toSet());
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
