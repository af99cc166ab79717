package com.accordenergie.user.demo;

import com.accordenergie.platform.id.DemoIds;
import com.accordenergie.user.client.ClientManagement;
import com.accordenergie.user.client.ClientReferences;
import com.accordenergie.user.demo.DemoCompany.DemoClient;
import com.accordenergie.user.person.PeopleManagement;
import com.accordenergie.user.person.PersonDetails;
import com.accordenergie.user.site.SiteManagement;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings the demo company in through the use cases, so that every rule holds and every event exists.
 * Ids and times are always the same; who is there already, changed or not, is left alone.
 */
final class DemoPeople {

  private final PeopleManagement people;
  private final ClientManagement clients;
  private final ClientReferences knownClients;
  private final SiteManagement sites;
  private final TransactionTemplate transaction;

  DemoPeople(
      PeopleManagement people,
      ClientManagement clients,
      ClientReferences knownClients,
      SiteManagement sites,
      TransactionTemplate transaction) {
    this.people = people;
    this.clients = clients;
    this.knownClients = knownClients;
    this.sites = sites;
    this.transaction = transaction;
  }

  void load() {
    DemoCompany company = DemoCompany.read();
    company.staff().forEach(member -> register(member, DemoIds.OPENING));
    company.clients().forEach(this::takeOn);
  }

  /** With its sites and users, or not at all. */
  private void takeOn(DemoClient client) {
    Instant at = DemoIds.OPENING.plus(Duration.ofDays(client.number()));
    UUID id = id("client " + client.number(), at);
    transaction.executeWithoutResult(
        status -> {
          if (!knownClients.exists(id)) {
            clients.takeOn(id, client.details(), at);
            for (int i = 0; i < client.sites().size(); i++) {
              UUID site = id("site " + client.number() + "." + i, at);
              sites.open(site, id, client.sites().get(i), at);
            }
            for (int i = 0; i < client.userNames().size(); i++) {
              register(client.user(i, id), at);
            }
          }
        });
  }

  private void register(PersonDetails details, Instant at) {
    UUID id = id("person " + details.username(), at);
    if (!people.isKnown(id)) {
      people.register(id, details, at);
    }
  }

  private static UUID id(String name, Instant at) {
    return DemoIds.of(name, at);
  }
}
