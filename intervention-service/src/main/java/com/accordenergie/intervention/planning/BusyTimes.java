package com.accordenergie.intervention.planning;

import com.accordenergie.intervention.directory.Directory;
import com.accordenergie.platform.id.Ids;
import com.accordenergie.platform.identity.Caller;
import com.accordenergie.platform.identity.Role;
import com.accordenergie.platform.problem.Problems;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** When a technician is taken; of colleagues' interventions a dispatcher sees the time only. */
@Component
public class BusyTimes {

  private final JdbcClient jdbc;
  private final Directory directory;

  BusyTimes(JdbcClient jdbc, Directory directory) {
    this.jdbc = jdbc;
    this.directory = directory;
  }

  /** One planned slot; the intervention is named only to those who may see it. */
  public record Busy(
      Instant start, Instant end, @Nullable UUID interventionId, @Nullable String reference) {}

  public List<Busy> of(UUID technician, Instant from, Instant to, Caller caller) {
    directory
        .person(technician)
        .or(() -> directory.findTechnician(technician))
        .filter(person -> person.role() == Role.TECHNICIAN)
        .orElseThrow(Problems::notFound);
    return jdbc.sql(
            """
            select id, reference, owner_id, planned_start, planned_end from intervention
            where technician_id = ? and planned_start < ? and planned_start >= ? and planned_end > ?
              and category in ('PLANNED', 'ACTIVE', 'PAUSED')
            order by planned_start, id
            """)
        .params(
            Ids.bytes(technician),
            Timestamp.from(to),
            Timestamp.from(from.minus(Slot.LONGEST)),
            Timestamp.from(from))
        .query(
            (row, number) -> {
              boolean visible =
                  caller.isAdmin() || caller.is(Ids.uuid(row.getBytes("owner_id")));
              return new Busy(
                  row.getTimestamp("planned_start").toInstant(),
                  row.getTimestamp("planned_end").toInstant(),
                  visible ? Ids.uuid(row.getBytes("id")) : null,
                  visible ? row.getString("reference") : null);
            })
        .list();
  }
}
