package com.accordenergie.user.site;

import com.accordenergie.platform.id.Ids;
import com.accordenergie.platform.paging.Cursor;
import com.accordenergie.platform.paging.Page;
import com.accordenergie.platform.paging.PageRequest;
import com.accordenergie.platform.problem.Problems;
import com.accordenergie.user.client.ClientReferences;
import com.accordenergie.user.search.Filter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lists a client's sites by name. */
@Service
@Transactional(readOnly = true)
public class SiteDirectory {

  private final JdbcClient jdbc;
  private final ClientReferences clients;

  SiteDirectory(JdbcClient jdbc, ClientReferences clients) {
    this.jdbc = jdbc;
    this.clients = clients;
  }

  /** 404 when there is no such client. */
  public Page<SiteSnapshot> find(UUID clientId, @Nullable Boolean active, PageRequest page) {
    String context = "sites " + clientId + " " + active;
    Cursor cursor = Cursor.decode(context, page.cursor());
    if (!clients.exists(clientId)) {
      throw Problems.notFound();
    }
    Filter columns = new Filter().and("active", active);
    Map<String, Object> parameters = new HashMap<>(columns.parameters());
    parameters.put("client", Ids.bytes(clientId));
    StringBuilder sql =
        new StringBuilder(
            "select s.* from site s force index (%s) where %s s.client_id = :client"
                .formatted(columns.index("site", "name"), columns.conditions("s")));
    if (cursor != null) {
      sql.append(" and s.name >= :afterName and (s.name > :afterName or s.id > :afterId)");
      parameters.put("afterName", cursor.text(0));
      parameters.put("afterId", Ids.bytes(cursor.uuid(1)));
    }
    sql.append(" order by s.name, s.id limit :rows");
    parameters.put("rows", page.limit() + 1);
    List<SiteSnapshot> rows =
        jdbc.sql(sql.toString()).params(parameters).query(SiteDirectory::site).list();
    return Page.of(rows, page, last -> Cursor.encode(context, last.details().name(), last.id()));
  }

  private static SiteSnapshot site(ResultSet row, int number) throws SQLException {
    return new SiteSnapshot(
        Ids.uuid(row.getBytes("id")),
        Ids.uuid(row.getBytes("client_id")),
        new SiteDetails(
            row.getString("name"),
            row.getString("address_line"),
            row.getString("postal_code"),
            row.getString("city"),
            row.getString("contact_name"),
            row.getString("contact_phone"),
            row.getString("access_notes")),
        row.getBoolean("active"),
        row.getObject("created_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
        row.getObject("changed_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
        row.getLong("version"));
  }
}
