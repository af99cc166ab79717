package com.accordenergie.intervention.directory;

import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Takes what user-service tells; older news never overwrites newer. */
@Component
public class DirectoryUpdates {

  private final DirectoryRows rows;
  private final ApplicationEventPublisher events;

  DirectoryUpdates(DirectoryRows rows, ApplicationEventPublisher events) {
    this.rows = rows;
    this.events = events;
  }

  public void keep(Person person, long sequence) {
    rows.keep(person, sequence);
  }

  public void anonymise(UUID person, long sequence) {
    rows.anonymise(person, sequence);
  }

  public void keep(Client client, long sequence) {
    String before = rows.client(client.id()).map(Client::name).orElse(client.name());
    if (rows.keep(client, sequence) && !before.equals(client.name())) {
      events.publishEvent(new ClientRenamed(client.id()));
    }
  }

  /** As {@link #keep(Client, long)}, but tells nobody. */
  public void restate(Client client, long sequence) {
    rows.keep(client, sequence);
  }

  public void keep(Site site, long sequence) {
    rows.keep(site, sequence);
  }
}
