package com.accordenergie.user.client;

import com.accordenergie.platform.id.Ids;
import com.accordenergie.platform.paging.Cursor;
import com.accordenergie.platform.paging.Page;
import com.accordenergie.platform.paging.PageRequest;
import com.accordenergie.user.search.Filter;
import com.accordenergie.user.search.SearchTerms;
import com.accordenergie.user.search.WordSearch;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lists clients by name, or by the word that was searched. */
@Service
@Transactional(readOnly = true)
public class ClientDirectory {

  private final JdbcClient jdbc;
  private final WordSearch search;

  ClientDirectory(JdbcClient jdbc) {
    this.jdbc = jdbc;
    this.search = new WordSearch(jdbc, ClientIndex.WORDS);
  }

  public Page<ClientSnapshot> find(ClientFilter filter, PageRequest page) {
    String context = "clients " + filter;
    Filter columns = new Filter().and("active", filter.active());
    return filter.terms() == null
        ? byName(columns, page, context)
        : search(filter.terms(), columns, page, context);
  }

  private Page<ClientSnapshot> byName(Filter columns, PageRequest page, String context) {
    Map<String, Object> parameters = new HashMap<>(columns.parameters());
    StringBuilder sql =
        new StringBuilder(
            "select c.* from client c force index (%s) where %s true"
                .formatted(columns.index("client", "name"), columns.conditions("c")));
    Cursor cursor = Cursor.decode(context, page.cursor());
    if (cursor != null) {
      sql.append(" and c.name >= :afterName and (c.name > :afterName or c.id > :afterId)");
      parameters.put("afterName", cursor.text(0));
      parameters.put("afterId", Ids.bytes(cursor.uuid(1)));
    }
    sql.append(" order by c.name, c.id limit :rows");
    parameters.put("rows", page.limit() + 1);
    List<ClientSnapshot> rows =
        jdbc.sql(sql.toString()).params(parameters).query(ClientDirectory::client).list();
    return Page.of(rows, page, last -> Cursor.encode(context, last.details().name(), last.id()));
  }

  private Page<ClientSnapshot> search(
      SearchTerms terms, Filter columns, PageRequest page, String context) {
    Page<UUID> found = search.find(terms, columns, WordSearch.Condition.NONE, page, context);
    Map<UUID, ClientSnapshot> clients = byId(found.items());
    List<ClientSnapshot> inOrder =
        found.items().stream().map(clients::get).filter(Objects::nonNull).toList();
    return new Page<>(inOrder, found.nextCursor());
  }

  private Map<UUID, ClientSnapshot> byId(List<UUID> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    return jdbc.sql("select * from client where id in (:ids)")
        .param("ids", ids.stream().map(Ids::bytes).toList())
        .query(ClientDirectory::client)
        .list()
        .stream()
        .collect(Collectors.toMap(ClientSnapshot::id, Function.identity()));
  }

  private static ClientSnapshot client(ResultSet row, int number) throws SQLException {
    return new ClientSnapshot(
        Ids.uuid(row.getBytes("id")),
        row.getString("code"),
        new ClientDetails(
            row.getString("name"),
            row.getString("contact_name"),
            row.getString("phone"),
            row.getString("email")),
        row.getBoolean("active"),
        row.getObject("created_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
        row.getObject("changed_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
        row.getLong("version"));
  }
}
