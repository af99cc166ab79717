package com.accordenergie.intervention.work.web;

import com.accordenergie.intervention.history.FieldChange;
import com.accordenergie.intervention.history.Revision;
import com.accordenergie.intervention.workflow.Language;
import com.accordenergie.platform.id.Ids;
import com.accordenergie.platform.identity.Caller;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What people call that of which the history keeps codes and ids; all of a page in one query. */
@Component
class Labels {

  private static final Set<String> FIELDS_OF_IDS = Set.of("technicianId", "ownerId", "clientId", "siteId");

  private final JdbcClient jdbc;

  Labels(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The labels of what these revisions name; of a status those that its reader is shown. */
  Known of(Collection<Revision> revisions, Caller reader, Language language) {
    Set<UUID> ids = new HashSet<>();
    for (Revision revision : revisions) {
      ids.add(revision.actorId());
      revision.changes().stream()
          .filter(change -> FIELDS_OF_IDS.contains(change.field()))
          .flatMap(change -> Stream.of(change.from(), change.to()).flatMap(Stream::ofNullable))
          .map(UUID::fromString)
          .forEach(ids::add);
    }
    Map<String, String> labels = new HashMap<>();
    if (!ids.isEmpty()) {
      jdbc.sql(
              """
              select concat('status ', code) as name, %1$slabel_%2$s as label from status
              union all select concat('urgency ', code), label_%2$s from urgency
              union all select lower(hex(id)), display_name from person where id in (:ids)
              union all select lower(hex(id)), name from client where id in (:ids)
              union all select lower(hex(id)), name from site where id in (:ids)
              """
                  .formatted(
                      reader.isClient() ? "client_" : "", language == Language.ENGLISH ? "en" : "fr"))
          .param("ids", ids.stream().map(Ids::bytes).toList())
          .query(row -> {
            labels.put(row.getString("name"), row.getString("label"));
          });
    }
    return new Known(labels);
  }

  /**
   * @param byName of a person, client or site by the hexadecimal digits of its id
   */
  record Known(Map<String, String> byName) {

    @Nullable String of(UUID id) {
      return byName.get(id.toString().replace("-", ""));
    }

    ChangeView of(FieldChange change) {
      return new ChangeView(
          change.field(),
          change.from(),
          change.to(),
          of(change.field(), change.from()),
          of(change.field(), change.to()));
    }

    @Nullable String of(String field, @Nullable String value) {
      if (value == null) {
        return null;
      }
      if (FIELDS_OF_IDS.contains(field)) {
        return of(UUID.fromString(value));
      }
      return byName.get(field + " " + value);
    }
  }
}
