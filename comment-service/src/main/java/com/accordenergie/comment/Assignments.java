package com.accordenergie.comment;

import com.accordenergie.platform.identity.Caller;
import com.accordenergie.platform.identity.Role;
import com.accordenergie.platform.messaging.Event;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which technician was sent to an intervention, and until when. A device that had no network tells
 * later what was written while the intervention was theirs, though by then it is somebody else's.
 */
@Component
class Assignments {

  private final JdbcClient jdbc;

  Assignments(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private record Open(long since, UUID technician) {}

  /** One that is told again, or comes after a later one, changes nothing. */
  void follow(Event<InterventionChanged> event) {
    InterventionChanged now = event.data();
    Optional<Open> open = open(now.id());
    if (open.isPresent()
        && (open.get().since() >= event.sequence()
            || open.get().technician().equals(now.technicianId()))) {
      return;
    }
    open.ifPresent(before -> end(now, before, event.sequence()));
    if (now.technicianId() != null) {
      begin(now, now.technicianId(), event.sequence());
    }
  }

  private Optional<Open> open(UUID intervention) {
    return jdbc.sql(
            """
            select since_sequence, technician_id from assignment
             where intervention_id = ? and until_sequence is null
            """)
        .param(Columns.of(intervention))
        .query(
            (row, number) ->
                new Open(row.getLong("since_sequence"), Columns.uuid(row, "technician_id")))
        .optional();
  }

  private void end(InterventionChanged now, Open before, long sequence) {
    jdbc.sql(
            """
            update assignment set until_sequence = ?, until_at = ?
             where intervention_id = ? and since_sequence = ?
            """)
        .params(sequence, Columns.of(now.changedAt()), Columns.of(now.id()), before.since())
        .update();
  }

  private void begin(InterventionChanged now, UUID technician, long sequence) {
    jdbc.sql(
            """
            insert ignore into assignment (intervention_id, since_sequence, technician_id, since_at)
            values (?, ?, ?, ?)
            """)
        .params(
            Columns.of(now.id()), sequence, Columns.of(technician), Columns.of(now.changedAt()))
        .update();
  }

  /** Whether it was this technician's at that time, and is so no longer. */
  boolean was(Caller caller, UUID intervention, @Nullable Instant then) {
    return caller.role() == Role.TECHNICIAN
        && then != null
        && jdbc.sql(
                """
                select exists (
                  select 1 from assignment
                   where intervention_id = ? and technician_id = ? and since_at <= ? and until_at >= ?)
                """)
            .params(
                Columns.of(intervention),
                Columns.of(caller.id()),
                Columns.of(then),
                Columns.of(then))
            .query(Boolean.class)
            .single();
  }
}
