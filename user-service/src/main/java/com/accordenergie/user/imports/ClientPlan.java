package com.accordenergie.user.imports;

import com.accordenergie.platform.problem.Violation;
import com.accordenergie.user.aggregate.Rules;
import com.accordenergie.user.client.ClientDetails;
import com.accordenergie.user.imports.KnownClients.Known;
import com.accordenergie.user.site.SiteDetails;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a table of clients would bring about. */
final class ClientPlan {

  private static final List<String> OF_THE_CLIENT = List.of("contactName", "phone", "email");
  private static final Set<String> OF_A_SITE =
      Set.of("siteName", "addressLine", "postalCode", "city", "siteContactName", "siteContactPhone",
          "accessNotes");

  /** What the rules of sites call otherwise than the table. */
  private static final Map<String, String> SITE_COLUMNS =
      Map.of("name", "siteName", "contactName", "siteContactName", "contactPhone", "siteContactPhone");

  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final List<ImportError> errors;
  private final Map<String, List<Known>> knownByName;
  private final Rules rules;
  private final int lines;
  private int known;

  private ClientPlan(Table table, Map<String, List<Known>> knownByName, Rules rules) {
    this.lines = table.lines();
    this.errors = new ArrayList<>(table.errors());
    this.knownByName = knownByName;
    this.rules = rules;
  }

  static ClientPlan of(Table table, Map<String, List<Known>> knownByName, Rules rules) {
    var plan = new ClientPlan(table, knownByName, rules);
    table.rows().forEach(plan::take);
    return plan;
  }

  /**
   * A client of the table.
   *
   * @param known null when it is new
   * @param sites where each of its sites stands in the table
   */
  record Entry(
      Table.Row first,
      ClientDetails details,
      @Nullable UUID known,
      Set<String> knownSites,
      Map<String, Long> sites,
      List<SiteDetails> freshSites) {}

  List<Entry> entries() {
    return List.copyOf(entries.values());
  }

  List<ClientDetails> freshClients() {
    return entries.values().stream()
        .filter(entry -> entry.known() == null)
        .map(Entry::details)
        .toList();
  }

  ImportResult result() {
    return ImportResult.of(lines, known, errors);
  }

  private void take(Table.Row row) {
    int before = errors.size();
    String name = row.get("name");
    if (name == null) {
      errors.add(row.wrong("name", Mistake.VALUE_MISSING, "It is missing."));
      return;
    }
    Entry entry = entries.get(KnownClients.key(name));
    boolean begins = entry == null;
    if (entry == null) {
      entry = begin(row, name);
    } else {
      compare(row, entry.first());
    }
    boolean addsSite = takeSite(row, entry);
    if (errors.size() == before) {
      if (begins) {
        entries.put(KnownClients.key(name), entry);
      }
      if (!addsSite && (entry.known() != null || !begins)) {
        known++;
      }
    } else if (begins) {
      // Kept, so that its other lines are compared with this one.
      entries.put(KnownClients.key(name), entry);
    }
  }

  private Entry begin(Table.Row row, String name) {
    var details =
        new ClientDetails(name, row.get("contactName"), row.get("phone"), row.get("email"));
    List<Known> same = knownByName.getOrDefault(KnownClients.key(name), List.of());
    if (same.size() > 1) {
      errors.add(
          row.wrong(
              "name",
              Mistake.SEVERAL_CLIENTS,
              "Several clients have this name: add to them by hand."));
    } else if (same.size() == 1 && !same.getFirst().active()) {
      errors.add(
          row.wrong(
              "name", Mistake.CLIENT_RETIRED, "The client was retired: take it back first."));
    }
    for (Violation violation : rules.violations(details)) {
      errors.add(row.impossible(column(violation), violation.detail()));
    }
    return new Entry(
        row,
        details,
        same.size() == 1 ? same.getFirst().id() : null,
        same.size() == 1 ? same.getFirst().sites() : Set.of(),
        new HashMap<>(),
        new ArrayList<>());
  }

  /** A client's own columns say the same in all its lines, or nothing after the first. */
  private void compare(Table.Row row, Table.Row first) {
    for (String column : OF_THE_CLIENT) {
      String cell = row.get(column);
      if (cell != null && !Objects.equals(cell, first.get(column))) {
        errors.add(
            row.wrong(
                column,
                Mistake.CLIENT_DIFFERS,
                first.line(),
                "Line " + first.line() + " says otherwise of this client."));
      }
    }
  }

  /** True when it is a new one. */
  private boolean takeSite(Table.Row row, Entry entry) {
    if (OF_A_SITE.stream().allMatch(column -> row.get(column) == null)) {
      if (entry.first() != row) {
        long first = entry.first().line();
        errors.add(
            row.wrong(null, Mistake.CLIENT_TWICE, first, "Line " + first + " says the same."));
      }
      return false;
    }
    var site =
        new SiteDetails(
            row.get("siteName"),
            row.get("addressLine"),
            row.get("postalCode"),
            row.get("city"),
            row.get("siteContactName"),
            row.get("siteContactPhone"),
            row.get("accessNotes"));
    List<Violation> violations = rules.violations(site);
    for (Violation violation : violations) {
      String column = column(violation);
      errors.add(row.impossible(SITE_COLUMNS.getOrDefault(column, column), violation.detail()));
    }
    if (!violations.isEmpty()) {
      return false;
    }
    String key = KnownClients.siteKey(site.name(), site.postalCode());
    Long before = entry.sites().putIfAbsent(key, row.line());
    if (before != null) {
      errors.add(
          row.wrong(
              "siteName",
              Mistake.SITE_TWICE,
              before,
              "The site stands in line " + before + " already."));
      return false;
    }
    if (entry.knownSites().contains(key)) {
      return false;
    }
    entry.freshSites().add(site);
    return true;
  }

  private static String column(Violation violation) {
    return violation.pointer().substring(violation.pointer().lastIndexOf('/') + 1);
  }
}
