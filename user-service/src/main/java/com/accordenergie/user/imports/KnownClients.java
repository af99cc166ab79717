package com.accordenergie.user.imports;

import com.accordenergie.platform.id.Ids;
import com.accordenergie.user.aggregate.Text;
import com.accordenergie.user.search.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looks up which clients and sites are there already. */
@Component
class KnownClients {

  private final JdbcClient jdbc;

  KnownClients(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param sites by {@link #siteKey}
   */
  record Known(UUID id, boolean active, Set<String> sites) {}

  /** As names are compared: without case and accents. */
  static String key(String name) {
    return Words.fold(String.valueOf(Text.line(name)));
  }

  static String siteKey(String name, String postalCode) {
    return key(name) + " " + postalCode;
  }

  /** Several clients may have the same name. */
  Map<String, List<Known>> byName(List<String> names) {
    Map<String, List<Known>> found = new HashMap<>();
    Map<UUID, Known> byId = new HashMap<>();
    for (List<String> bite : Bites.of(names.stream().map(Text::line).toList())) {
      jdbc.sql("select id, name, active from client where name in (:names)")
          .param("names", bite)
          .query(
              row -> {
                var known =
                    new Known(
                        Ids.uuid(row.getBytes("id")), row.getBoolean("active"), new HashSet<>());
                if (byId.putIfAbsent(known.id(), known) == null) {
                  found
                      .computeIfAbsent(key(row.getString("name")), none -> new ArrayList<>())
                      .add(known);
                }
              });
    }
    for (List<UUID> bite : Bites.of(List.copyOf(byId.keySet()))) {
      jdbc.sql("select client_id, name, postal_code from site where client_id in (:clients)")
          .param("clients", bite.stream().map(Ids::bytes).toList())
          .query(
              row -> {
                byId.get(Ids.uuid(row.getBytes("client_id")))
                    .sites()
                    .add(siteKey(row.getString("name"), row.getString("postal_code")));
              });
    }
    return found;
  }
}
