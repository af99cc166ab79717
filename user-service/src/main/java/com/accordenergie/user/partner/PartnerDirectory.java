package com.accordenergie.user.partner;

import com.accordenergie.platform.id.Ids;
import com.accordenergie.platform.paging.Cursor;
import com.accordenergie.platform.paging.Page;
import com.accordenergie.platform.paging.PageRequest;
import com.accordenergie.user.search.Filter;
import com.accordenergie.user.search.SearchTerms;
import com.accordenergie.user.search.WordSearch;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lists partners by name, the newest first, or by the word that was searched. */
@Service
@Transactional(readOnly = true)
public class PartnerDirectory {

  private final JdbcClient jdbc;
  private final WordSearch search;

  PartnerDirectory(JdbcClient jdbc) {
    this.jdbc = jdbc;
    this.search = new WordSearch(jdbc, PartnerIndex.WORDS);
  }

  public Page<PartnerSnapshot> find(PartnerFilter filter, PageRequest page) {
    String context = "partners " + filter;
    PartnerState state = filter.state();
    Filter columns = new Filter().and("state", state == null ? null : state.name());
    if (filter.terms() != null) {
      return search(filter.terms(), columns, page, context);
    }
    return switch (filter.order()) {
      case BY_NAME -> byName(columns, page, context);
      case NEWEST_FIRST -> newestFirst(columns, page, context);
    };
  }

  private Page<PartnerSnapshot> byName(Filter columns, PageRequest page, String context) {
    Map<String, Object> parameters = new HashMap<>(columns.parameters());
    Cursor cursor = Cursor.decode(context, page.cursor());
    String after = "";
    if (cursor != null) {
      after = " and p.name >= :afterName and (p.name > :afterName or p.id > :afterId)";
      parameters.put("afterName", cursor.text(0));
      parameters.put("afterId", Ids.bytes(cursor.uuid(1)));
    }
    List<PartnerSnapshot> rows =
        rows(columns, "name", after + " order by p.name, p.id", parameters, page);
    return Page.of(rows, page, last -> Cursor.encode(context, last.details().name(), last.id()));
  }

  private Page<PartnerSnapshot> newestFirst(Filter columns, PageRequest page, String context) {
    Map<String, Object> parameters = new HashMap<>(columns.parameters());
    Cursor cursor = Cursor.decode(context, page.cursor());
    String after = "";
    if (cursor != null) {
      after = " and p.created_at <= :before and (p.created_at < :before or p.id < :beforeId)";
      parameters.put("before", Timestamp.from(cursor.instant(0)));
      parameters.put("beforeId", Ids.bytes(cursor.uuid(1)));
    }
    List<PartnerSnapshot> rows =
        rows(
            columns, "newest", after + " order by p.created_at desc, p.id desc", parameters, page);
    return Page.of(rows, page, last -> Cursor.encode(context, last.createdAt(), last.id()));
  }

  private List<PartnerSnapshot> rows(
      Filter columns, String order, String rest, Map<String, Object> parameters, PageRequest page) {
    parameters.put("rows", page.limit() + 1);
    return withClients(
        jdbc.sql(
                "select p.* from partner p force index (%s) where %s true%s limit :rows"
                    .formatted(columns.index("partner", order), columns.conditions("p"), rest))
            .params(parameters)
            .query(PartnerDirectory::partner)
            .list());
  }

  private Page<PartnerSnapshot> search(
      SearchTerms terms, Filter columns, PageRequest page, String context) {
    Page<UUID> found = search.find(terms, columns, WordSearch.Condition.NONE, page, context);
    if (found.items().isEmpty()) {
      return new Page<>(List.of(), found.nextCursor());
    }
    Map<UUID, PartnerSnapshot> partners = byId(found.items());
    return new Page<>(
        found.items().stream().map(partners::get).filter(Objects::nonNull).toList(),
        found.nextCursor());
  }

  /** With their clients in the same look: choosing the word and finding it took two already. */
  private Map<UUID, PartnerSnapshot> byId(List<UUID> ids) {
    Map<UUID, PartnerSnapshot> partners = new HashMap<>();
    Map<UUID, List<UUID>> clients = new HashMap<>();
    jdbc.sql(
            """
            select p.*, c.client_id
            from partner p left join partner_client c on c.partner_id = p.id
            where p.id in (:ids)
            """)
        .param("ids", ids.stream().map(Ids::bytes).toList())
        .query(
            row -> {
              PartnerSnapshot partner = partner(row, row.getRow());
              partners.put(partner.id(), partner);
              addClient(clients, partner.id(), row.getBytes("client_id"));
            });
    partners.replaceAll((id, partner) -> entitled(partner, clients));
    return partners;
  }

  /** One look for all of a page. */
  private List<PartnerSnapshot> withClients(List<PartnerSnapshot> partners) {
    if (partners.isEmpty()) {
      return partners;
    }
    Map<UUID, List<UUID>> clients = new HashMap<>();
    jdbc.sql("select partner_id, client_id from partner_client where partner_id in (:ids)")
        .param("ids", partners.stream().map(PartnerSnapshot::id).map(Ids::bytes).toList())
        .query(
            row -> {
              addClient(clients, Ids.uuid(row.getBytes(1)), row.getBytes(2));
            });
    return partners.stream().map(partner -> entitled(partner, clients)).toList();
  }

  private static void addClient(
      Map<UUID, List<UUID>> clients, UUID partner, byte @Nullable [] client) {
    if (client != null) {
      clients.computeIfAbsent(partner, id -> new ArrayList<>()).add(Ids.uuid(client));
    }
  }

  private static PartnerSnapshot entitled(
      PartnerSnapshot partner, Map<UUID, List<UUID>> clients) {
    return partner.entitledTo(clients.getOrDefault(partner.id(), List.of()));
  }

  private static PartnerSnapshot partner(ResultSet row, int number) throws SQLException {
    return new PartnerSnapshot(
        Ids.uuid(row.getBytes("id")),
        new PartnerDetails(
            row.getString("name"),
            row.getString("contact_email"),
            List.of(),
            Partner.Lines.read(row.getString("event_types"))),
        PartnerState.valueOf(row.getString("state")),
        row.getInt("entitlement"),
        row.getObject("created_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
        row.getObject("changed_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
        row.getLong("version"));
  }
}
