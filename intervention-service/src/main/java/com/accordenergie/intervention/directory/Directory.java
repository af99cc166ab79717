package com.accordenergie.intervention.directory;

import com.accordenergie.platform.http.Versioned;
import com.accordenergie.platform.identity.Role;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * The people, clients and sites, as far as this service has been told. What has not been told yet
 * (its event is on its way) is asked for once, in the caller's name; what has gone, each time, as it may
 * have come back.
 */
@Component
public class Directory {

  private final DirectoryRows rows;
  private final DirectoryUpdates updates;
  private final UserLookup users;

  Directory(DirectoryRows rows, DirectoryUpdates updates, UserLookup users) {
    this.rows = rows;
    this.updates = updates;
    this.users = users;
  }

  /** Only from what has been told. */
  public Optional<Person> person(UUID id) {
    return rows.person(id);
  }

  /** Only from what has been told. */
  public Optional<Client> client(UUID id) {
    return rows.client(id);
  }

  /** Only from what has been told. */
  public Optional<Site> site(UUID id) {
    return rows.site(id);
  }

  /** Who may own interventions; for an admin only, as nobody else may ask for every person. */
  public Optional<Person> findOwner(UUID id) {
    return rows
        .person(id)
        .filter(Person::mayOwn)
        .or(() -> users.person(id).map(this::keptPerson).filter(Person::mayOwn));
  }

  public Optional<Person> findTechnician(UUID id) {
    return rows
        .person(id)
        .filter(person -> person.isActive(Role.TECHNICIAN))
        .or(() -> users.technician(id).map(this::keptPerson));
  }

  public Optional<Client> findClient(UUID id) {
    return rows
        .client(id)
        .filter(Client::active)
        .or(() -> users.client(id).map(this::keptClient));
  }

  public Optional<Site> findSite(UUID client, UUID site) {
    return rows
        .site(site)
        .filter(Site::active)
        .or(() -> users.site(client, site).map(this::keptSite));
  }

  private Person keptPerson(Versioned<Person> told) {
    updates.keep(told.value(), told.version());
    return told.value();
  }

  private Client keptClient(Versioned<Client> told) {
    updates.keep(told.value(), told.version());
    return told.value();
  }

  private Site keptSite(Versioned<Site> told) {
    updates.keep(told.value(), told.version());
    return told.value();
  }
}
