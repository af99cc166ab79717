package com.accordenergie.intervention.history;

import com.accordenergie.platform.id.Ids;
import com.accordenergie.platform.identity.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** All that ever happened to an intervention, field by field. Nothing is ever changed in it. */
@Repository
public class History {

  private final JdbcTemplate batches;
  private final JdbcClient jdbc;

  History(JdbcTemplate batches, JdbcClient jdbc) {
    this.batches = batches;
    this.jdbc = jdbc;
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public void add(UUID intervention, Revision revision) {
    byte[] id = Ids.bytes(intervention);
    byte[] actor = Ids.bytes(revision.actorId());
    Timestamp at = Timestamp.from(revision.at());
    Timestamp occurred =
        revision.occurredAt().equals(revision.at()) ? null : Timestamp.from(revision.occurredAt());
    batches.batchUpdate(
        """
        insert into intervention_change
          (intervention_id, version, field, old_value, new_value, actor_id, actor_role, changed_at,
           occurred_at, reason)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        revision.changes().stream()
            .map(
                change ->
                    new Object[] {
                      id,
                      revision.version(),
                      change.field(),
                      change.from(),
                      change.to(),
                      actor,
                      revision.actorRole().name(),
                      at,
                      occurred,
                      revision.reason()
                    })
            .toList());
  }

  /** The revisions after a version, the oldest first, at most {@code limit}. */
  public List<Revision> after(UUID intervention, long version, int limit) {
    Map<Long, Revision> revisions = new TreeMap<>();
    jdbc.sql(
            """
            select * from intervention_change
            where intervention_id = ? and version > ? and version <= ?
            order by version, field
            """)
        .params(Ids.bytes(intervention), version, version + limit)
        .query(
            row -> {
              var change =
                  new FieldChange(
                      row.getString("field"), row.getString("old_value"), row.getString("new_value"));
              Revision known = revisions.get(row.getLong("version"));
              List<FieldChange> changes =
                  new ArrayList<>(known == null ? List.of() : known.changes());
              changes.add(change);
              revisions.put(
                  row.getLong("version"),
                  new Revision(
                      row.getLong("version"),
                      row.getTimestamp("changed_at").toInstant(),
                      occurredAt(row),
                      Ids.uuid(row.getBytes("actor_id")),
                      Role.valueOf(row.getString("actor_role")),
                      row.getString("reason"),
                      changes));
            });
    return List.copyOf(revisions.values());
  }

  private static Instant occurredAt(ResultSet row) throws SQLException {
    Timestamp occurred = row.getTimestamp("occurred_at");
    return (occurred == null ? row.getTimestamp("changed_at") : occurred).toInstant();
  }

  /** The latest steps from status to status, at most {@code limit}, the oldest of them first. */
  public List<Step> steps(UUID intervention, int limit) {
    return jdbc.sql(
            """
            select new_value, changed_at, occurred_at, reason from intervention_change
            where intervention_id = ? and field = 'status'
            order by version desc
            limit ?
            """)
        .params(Ids.bytes(intervention), limit)
        .query(
            (row, number) ->
                new Step(occurredAt(row), row.getString("new_value"), row.getString("reason")))
        .list()
        .reversed();
  }

  /**
   * @param to the status's code
   */
  public record Step(Instant occurredAt, String to, @Nullable String reason) {}

  /** The fields as they were at a time; empty before the beginning. */
  public State asOf(UUID intervention, Instant time) {
    Map<String, @Nullable String> fields = new LinkedHashMap<>();
    long[] version = {0};
    @Nullable String[] reason = {null};
    jdbc.sql(
            """
            select version, field, new_value, reason from intervention_change
            where intervention_id = ? and changed_at <= ?
            order by version, field
            """)
        .params(Ids.bytes(intervention), Timestamp.from(time))
        .query(
            row -> {
              version[0] = row.getLong("version");
              fields.put(row.getString("field"), row.getString("new_value"));
              if (row.getString("field").equals("status")) {
                reason[0] = row.getString("reason");
              }
            });
    return new State(version[0], reason[0], fields);
  }

  /**
   * @param version 0 when there was nothing yet
   * @param statusReason why the status was entered, if that was told
   */
  public record State(long version, @Nullable String statusReason, Map<String, @Nullable String> fields) {}
}
