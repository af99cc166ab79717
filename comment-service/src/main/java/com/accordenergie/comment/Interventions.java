package com.accordenergie.comment;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The interventions as far as they are known here. */
@Component
class Interventions {

  private final JdbcClient jdbc;

  Interventions(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Intervention> find(UUID id) {
    return jdbc.sql(
            """
            select id, reference, client_id, owner_id, technician_id, status, created_at, sequence
              from intervention
             where id = ?
            """)
        .param(Columns.of(id))
        .query(
            (row, number) ->
                new Intervention(
                    Columns.uuid(row, "id"),
                    row.getString("reference"),
                    Columns.uuid(row, "client_id"),
                    Columns.uuid(row, "owner_id"),
                    Columns.uuidOrNull(row, "technician_id"),
                    row.getString("status"),
                    Columns.instant(row, "created_at"),
                    row.getLong("sequence")))
        .optional();
  }

  /**
   * Keeps the newer of what is known and what is told, in one statement: events and look-ups may
   * come in any order and at the same time.
   */
  void learn(Intervention told) {
    // The assignments run from left to right, so that sequence still has its old value in each test.
    jdbc.sql(
            """
            insert into intervention
                (id, reference, client_id, owner_id, technician_id, status, created_at, sequence)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            on duplicate key update
                reference     = if(values(sequence) > sequence, values(reference), reference),
                client_id     = if(values(sequence) > sequence, values(client_id), client_id),
                owner_id      = if(values(sequence) > sequence, values(owner_id), owner_id),
                technician_id = if(values(sequence) > sequence, values(technician_id), technician_id),
                status        = if(values(sequence) > sequence, values(status), status),
                sequence      = greatest(sequence, values(sequence))
            """)
        .params(
            Columns.of(told.id()),
            told.reference(),
            Columns.of(told.clientId()),
            Columns.of(told.ownerId()),
            Columns.of(told.technicianId()),
            told.status(),
            Columns.of(told.createdAt()),
            told.sequence())
        .update();
  }
}
