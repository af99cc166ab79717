package com.accordenergie.intervention.planning;

import com.accordenergie.platform.id.Ids;
import com.accordenergie.platform.identity.Caller;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The planned slots of all technicians side by side. Of colleagues' interventions a dispatcher sees
 * who is taken and when, and nothing else.
 */
@Component
public class Board {

  private final JdbcClient jdbc;

  Board(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * One planned slot.
   *
   * @param intervention null when it is not the reader's to see
   */
  public record Planned(
      UUID technicianId, Instant start, Instant end, @Nullable Seen intervention) {}

  /** What the reader sees of the intervention. */
  public record Seen(
      UUID id,
      String reference,
      String title,
      String status,
      String urgency,
      @Nullable String clientName,
      @Nullable String city,
      long version) {}

  @Transactional(readOnly = true)
  public List<Planned> between(Instant from, Instant to, Caller caller) {
    return jdbc.sql(
            """
            select i.id, i.technician_id, i.planned_start, i.planned_end, i.owner_id, i.reference,
              i.title, i.version, s.code as status, u.code as urgency, c.name as client_name, e.city
            from intervention i force index (list_planned)
            straight_join status s on s.id = i.status_id
            straight_join urgency u on u.id = i.urgency_id
            left join client c on c.id = i.client_id
            left join site e on e.id = i.site_id
            where i.planned_start >= ? and i.planned_start < ? and i.planned_end > ?
              and i.category in ('PLANNED', 'ACTIVE', 'PAUSED') and i.technician_id is not null
            order by i.planned_start, i.id
            """)
        .params(
            Timestamp.from(from.minus(Slot.LONGEST)), Timestamp.from(to), Timestamp.from(from))
        .query((row, number) -> planned(row, caller))
        .list();
  }

  private static Planned planned(ResultSet row, Caller caller) throws SQLException {
    boolean visible = caller.isAdmin() || caller.is(Ids.uuid(row.getBytes("owner_id")));
    return new Planned(
        Ids.uuid(row.getBytes("technician_id")),
        row.getTimestamp("planned_start").toInstant(),
        row.getTimestamp("planned_end").toInstant(),
        visible
            ? new Seen(
                Ids.uuid(row.getBytes("id")),
                row.getString("reference"),
                row.getString("title"),
                row.getString("status"),
                row.getString("urgency"),
                row.getString("client_name"),
                row.getString("city"),
                row.getLong("version"))
            : null);
  }
}
