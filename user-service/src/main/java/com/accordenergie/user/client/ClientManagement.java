package com.accordenergie.user.client;

import com.accordenergie.platform.id.Ids;
import com.accordenergie.platform.problem.Problems;
import com.accordenergie.platform.web.IfMatch;
import com.accordenergie.user.aggregate.Rules;
import java.time.Instant;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes clients on, changes and retires them. A client for whom somebody can still log in is not
 * retired: their users are deactivated first, one by one and knowingly.
 */
@Service
@Transactional
public class ClientManagement {

  private final Clients clients;
  private final ClientCodes codes;
  private final ClientIndex index;
  private final ClientUse use;
  private final Rules rules;
  private final ClientEvents events;

  ClientManagement(
      Clients clients,
      ClientCodes codes,
      ClientIndex index,
      ClientUse use,
      Rules rules,
      ClientEvents events) {
    this.clients = clients;
    this.codes = codes;
    this.index = index;
    this.use = use;
    this.rules = rules;
    this.events = events;
  }

  public ClientSnapshot takeOn(UUID id, ClientDetails details, Instant at) {
    rules.check(details);
    ClientSnapshot taken = store(new Client(id, codes.next(), details, at));
    events.created(taken);
    return taken;
  }

  /**
   * Takes many on at once, each told by its event. They are found by their words once
   * {@link ClientReferences#sitesChanged(Collection)} was called, after their sites.
   *
   * @param details each checked before
   */
  public List<ClientSnapshot> takeOnAll(List<ClientDetails> details, Instant at) {
    Iterator<String> numbers = codes.next(details.size()).iterator();
    List<Client> taken =
        details.stream().map(each -> new Client(Ids.next(), numbers.next(), each, at)).toList();
    clients.saveAll(taken);
    clients.flush();
    List<ClientSnapshot> snapshots = taken.stream().map(Client::snapshot).toList();
    snapshots.forEach(events::created);
    return snapshots;
  }

  /** Changes nothing, and tells nobody, when the client is like that already. */
  public ClientSnapshot change(
      UUID id, IfMatch ifMatch, UnaryOperator<ClientState> edit, Instant at) {
    Client client = clients.lock(id).orElseThrow(Problems::notFound);
    ifMatch.check(client.version());
    ClientState before = client.state();
    ClientState after = edit.apply(before);
    rules.check(after.details());
    if (after.equals(before)) {
      return client.snapshot();
    }
    boolean retires = before.active() && !after.active();
    if (retires && use.isUsed(id)) {
      throw ClientProblems.inUse();
    }
    client.become(after, at);
    ClientSnapshot changed = store(client);
    if (retires) {
      events.retired(changed);
    } else {
      events.updated(changed);
    }
    return changed;
  }

  public ClientSnapshot retire(UUID id, IfMatch ifMatch, Instant at) {
    return change(id, ifMatch, ClientState::retired, at);
  }

  @Transactional(readOnly = true)
  public ClientSnapshot find(UUID id) {
    return clients.findById(id).map(Client::snapshot).orElseThrow(Problems::notFound);
  }

  private ClientSnapshot store(Client client) {
    ClientSnapshot stored = clients.saveAndFlush(client).snapshot();
    index.write(stored);
    return stored;
  }
}
