package com.accordenergie.user.audit;

import com.accordenergie.platform.housekeeping.Cleaning;
import com.accordenergie.platform.id.Ids;
import com.accordenergie.platform.paging.Cursor;
import com.accordenergie.platform.paging.Page;
import com.accordenergie.platform.paging.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the entries for thirteen months, and lists them, the latest first. */
@Component
public class AuditJournal implements Cleaning {

  private static final int MONTHS = 13;
  private static final int BITE = 1000;

  private final JdbcClient jdbc;
  private final Clock clock;

  AuditJournal(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * An entry for its reader.
   *
   * @param actorName null when the suite did it, or who did was erased
   * @param subjectName of a person, unless erased
   */
  public record Read(
      AuditEntry entry, @Nullable String actorName, @Nullable String subjectName) {}

  @Transactional(propagation = Propagation.MANDATORY)
  public void add(AuditEntry entry) {
    jdbc.sql(
            """
            insert ignore into audit_entry
              (event_id, occurred_at, actor_id, kind, type, subject_id, sequence, label, detail)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            Ids.bytes(entry.eventId()),
            Timestamp.from(entry.occurredAt()),
            entry.actorId() == null ? null : Ids.bytes(entry.actorId()),
            entry.kind().name(),
            entry.type(),
            Ids.bytes(entry.subjectId()),
            entry.sequence(),
            entry.label(),
            entry.detail())
        .update();
  }

  @Transactional(readOnly = true)
  public Page<Read> find(AuditFilter filter, PageRequest page) {
    String context = "audit " + filter;
    Cursor cursor = Cursor.decode(context, page.cursor());
    Map<String, Object> parameters = new HashMap<>(filter.parameters());
    parameters.put("rows", page.limit() + 1);
    String after = "";
    if (cursor != null) {
      after =
          " and a.occurred_at <= :time and (a.occurred_at < :time or a.event_id < :id)";
      parameters.put("time", Timestamp.from(cursor.instant(0)));
      parameters.put("id", Ids.bytes(cursor.uuid(1)));
    }
    List<Read> rows =
        jdbc.sql(
                """
                select a.*,
                  (select p.display_name from person p where p.id = a.actor_id) as actor_name,
                  (select p.display_name from person p where p.id = a.subject_id) as subject_name
                from audit_entry a force index (%s)
                where true%s%s
                order by a.occurred_at desc, a.event_id desc
                limit :rows
                """
                    .formatted(filter.index(), filter.conditions(), after))
            .params(parameters)
            .query(AuditJournal::read)
            .list();
    return Page.of(
        rows,
        page,
        last -> Cursor.encode(context, last.entry().occurredAt(), last.entry().eventId()));
  }

  @Override
  public void clean() {
    Timestamp oldest =
        Timestamp.from(clock.instant().atOffset(ZoneOffset.UTC).minusMonths(MONTHS).toInstant());
    int gone;
    do {
      gone =
          jdbc.sql("delete from audit_entry where occurred_at < ? limit " + BITE)
              .param(oldest)
              .update();
    } while (gone == BITE);
  }

  private static Read read(ResultSet row, int number) throws SQLException {
    return new Read(
        new AuditEntry(
            Ids.uuid(row.getBytes("event_id")),
            row.getTimestamp("occurred_at").toInstant(),
            uuid(row.getBytes("actor_id")),
            AuditEntry.Kind.valueOf(row.getString("kind")),
            row.getString("type"),
            Ids.uuid(row.getBytes("subject_id")),
            row.getLong("sequence"),
            row.getString("label"),
            row.getString("detail")),
        row.getString("actor_name"),
        row.getString("subject_name"));
  }

  private static @Nullable UUID uuid(byte @Nullable [] bytes) {
    return bytes == null ? null : Ids.uuid(bytes);
  }
}
