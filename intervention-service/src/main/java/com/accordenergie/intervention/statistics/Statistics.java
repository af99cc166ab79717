package com.accordenergie.intervention.statistics;

import com.accordenergie.intervention.statistics.Figures.Load;
import com.accordenergie.platform.id.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts what the tables say, week by week along the primary key, whose order is that of creation: a
 * week costs what was created in it, and nothing is kept twice.
 */
@Component
public class Statistics {

  /** The weeks of the trade begin on Monday, in Paris. */
  public static final ZoneId OFFICE = ZoneId.of("Europe/Paris");

  private static final String LOAD =
      """
      select s.code as status, u.code as urgency, count(*) as number,
        sum(case when i.due_at < :now then 1 else 0 end) as overdue
      from status s
      straight_join intervention i force index (list_status_created) on i.status_id = s.id
      straight_join urgency u on u.id = i.urgency_id
      where s.category not in ('CLOSED', 'CANCELLED')
      group by s.code, u.code
      """;

  private static final String WEEK =
      """
      select u.code as urgency, i.technician_id, count(*) as created,
        count(i.taken_over_at) as taken_over,
        sum(case when i.taken_over_at <= i.clock_started_at + interval u.take_over_minutes minute
                 then 1 else 0 end) as taken_over_in_time,
        coalesce(sum(timestampdiff(microsecond, i.clock_started_at, i.taken_over_at)), 0) div 1000
          as take_over_ms,
        sum(case when i.category in ('RESOLVED', 'CLOSED') then 1 else 0 end) as resolved,
        sum(case when i.category in ('RESOLVED', 'CLOSED')
                  and i.clock_elapsed_ms <= u.resolve_minutes * 60000 then 1 else 0 end)
          as resolved_in_time,
        sum(case when i.category in ('RESOLVED', 'CLOSED') then i.clock_elapsed_ms else 0 end)
          as resolve_ms
      from intervention i force index (primary)
      straight_join urgency u on u.id = i.urgency_id
      where i.id >= :from and i.id < :to
      group by u.code, i.technician_id
      """;

  private final JdbcClient jdbc;

  Statistics(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What was counted of one week, one urgency and one technician. */
  record Row(
      LocalDate monday,
      String urgency,
      @Nullable UUID technician,
      long created,
      long takenOver,
      long takenOverInTime,
      long takeOverMillis,
      long resolved,
      long resolvedInTime,
      long resolveMillis) {}

  /**
   * @param weeks how many, the current one included
   */
  @Transactional(readOnly = true)
  public Figures ofTheLast(int weeks, Instant now) {
    List<Row> rows = new ArrayList<>();
    List<LocalDate> mondays = new ArrayList<>();
    LocalDate monday =
        now.atZone(OFFICE)
            .toLocalDate()
            .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
            .minusWeeks(weeks - 1L);
    for (int week = 0; week < weeks; week++, monday = monday.plusWeeks(1)) {
      mondays.add(monday);
      rows.addAll(week(monday));
    }
    return new Summary(rows, mondays).figures(load(now), this::name);
  }

  private List<Load> load(Instant now) {
    return jdbc.sql(LOAD)
        .param("now", Timestamp.from(now))
        .query(
            (row, number) ->
                new Load(
                    row.getString("status"),
                    row.getString("urgency"),
                    row.getLong("number"),
                    row.getLong("overdue")))
        .list();
  }

  private List<Row> week(LocalDate monday) {
    return jdbc.sql(WEEK)
        .param("from", Ids.bytes(Ids.floor(monday.atStartOfDay(OFFICE).toInstant())))
        .param("to", Ids.bytes(Ids.floor(monday.plusWeeks(1).atStartOfDay(OFFICE).toInstant())))
        .query((row, number) -> row(row, monday))
        .list();
  }

  private static Row row(ResultSet row, LocalDate monday) throws SQLException {
    byte[] technician = row.getBytes("technician_id");
    return new Row(
        monday,
        row.getString("urgency"),
        technician == null ? null : Ids.uuid(technician),
        row.getLong("created"),
        row.getLong("taken_over"),
        row.getLong("taken_over_in_time"),
        row.getLong("take_over_ms"),
        row.getLong("resolved"),
        row.getLong("resolved_in_time"),
        row.getLong("resolve_ms"));
  }

  private @Nullable String name(UUID technician) {
    return jdbc.sql("select display_name from person where id = ?")
        .param(Ids.bytes(technician))
        .query(String.class)
        .optional()
        .orElse(null);
  }
}
