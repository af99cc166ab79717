package com.accordenergie.user.imports;

import com.accordenergie.user.aggregate.Rules;
import com.accordenergie.user.client.ClientDetails;
import com.accordenergie.user.client.ClientManagement;
import com.accordenergie.user.client.ClientReferences;
import com.accordenergie.user.client.ClientSnapshot;
import com.accordenergie.user.site.SiteManagement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes on the clients of a table with their sites: a site a line, the client's own columns with each of
 * its lines or with the first. A client is known by its name, a site by its name and postal code.
 */
@Component
public class ClientImport {

  private static final TableReader TABLES =
      new TableReader(
          List.of(
              Column.needed("name", "nom", "client"),
              Column.optional("contactName", "contact"),
              Column.optional("phone", "téléphone", "tél"),
              Column.optional("email", "e-mail", "adresse électronique", "courriel"),
              Column.optional("siteName", "site", "nom du site"),
              Column.optional("addressLine", "adresse"),
              Column.optional("postalCode", "code postal", "cp"),
              Column.optional("city", "ville"),
              Column.optional("siteContactName", "contact du site", "contact sur place"),
              Column.optional("siteContactPhone", "téléphone du site", "tél du site"),
              Column.optional("accessNotes", "accès")));

  private final ClientManagement clients;
  private final SiteManagement sites;
  private final ClientReferences references;
  private final KnownClients known;
  private final Rules rules;

  ClientImport(
      ClientManagement clients,
      SiteManagement sites,
      ClientReferences references,
      KnownClients known,
      Rules rules) {
    this.clients = clients;
    this.sites = sites;
    this.references = references;
    this.known = known;
    this.rules = rules;
  }

  @Transactional(readOnly = true)
  public ImportResult check(byte[] file) {
    return plan(TABLES.read(file)).result();
  }

  /** All of it, or nothing. */
  @Transactional(timeout = 30)
  public ImportResult write(byte[] file, Instant at) {
    Table table = TABLES.read(file);
    // Whoever imports the same table, or takes one of its clients on, waits: names are not unique by themselves.
    references.lockTakingOn();
    ClientPlan plan = plan(table);
    if (plan.result().wrong() > 0) {
      throw ImportProblems.refused(plan.result());
    }
    List<ClientDetails> fresh = plan.freshClients();
    Iterator<ClientSnapshot> taken = clients.takeOnAll(fresh, at).iterator();
    List<SiteManagement.NewSite> opened = new ArrayList<>();
    Set<UUID> touched = new HashSet<>();
    for (ClientPlan.Entry entry : plan.entries()) {
      UUID id = entry.known() == null ? taken.next().id() : entry.known();
      if (entry.known() == null || !entry.freshSites().isEmpty()) {
        touched.add(id);
      }
      entry.freshSites().forEach(site -> opened.add(new SiteManagement.NewSite(id, site)));
    }
    sites.openAll(opened, at);
    references.sitesChanged(touched);
    return plan.result();
  }

  private ClientPlan plan(Table table) {
    List<String> names =
        table.rows().stream()
            .flatMap(row -> Stream.ofNullable(row.get("name")))
            .distinct()
            .toList();
    return ClientPlan.of(table, known.byName(names), rules);
  }
}
