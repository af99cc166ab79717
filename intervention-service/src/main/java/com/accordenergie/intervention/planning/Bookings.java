package com.accordenergie.intervention.planning;

import com.accordenergie.platform.id.Ids;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The technicians' time. Nobody is booked twice because the primary key of a cell has room for one;
 * the technician's row is locked first, so that those who race for a slot wait instead of
 * deadlocking. What is freed goes to those who were planned over it.
 */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class Bookings {

  private final JdbcTemplate jdbc;

  Bookings(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Books the slot, in place of what the intervention had booked before.
   *
   * @return the intervention that has some of that time already; then nothing is booked
   */
  public Optional<UUID> book(UUID technician, Slot slot, UUID intervention) {
    free(intervention, technician);
    Optional<UUID> other = taken(technician, slot);
    if (other.isPresent()) {
      return other;
    }
    try {
      insert("insert into", technician, slot, intervention);
      return Optional.empty();
    } catch (DuplicateKeyException raced) {
      return taken(technician, slot);
    }
  }

  /** Books what is free of the slot, over the heads of others: somebody gave a reason. */
  public void bookAnyway(UUID technician, Slot slot, UUID intervention) {
    free(intervention, technician);
    insert("insert ignore into", technician, slot, intervention);
  }

  public void release(UUID intervention) {
    free(intervention, null);
  }

  /** A technician's time that an intervention has, from its first cell to its last. */
  private record Held(UUID technician, Instant first, Instant last) {}

  private void free(UUID intervention, @Nullable UUID nextTechnician) {
    // Theirs too who have none of it: what others free meanwhile may be handed on to it.
    lock(Stream.concat(technicians(intervention).stream(), Stream.ofNullable(nextTechnician)));
    List<Held> held = held(intervention);
    jdbc.update("delete from booked_interval where intervention_id = ?", (Object) Ids.bytes(intervention));
    held.forEach(time -> handOn(time, intervention));
  }

  /** Whoever has something booked for it, and whoever is to go. */
  private List<UUID> technicians(UUID intervention) {
    return jdbc.query(
        """
        select technician_id from booked_interval where intervention_id = ?
        union
        select technician_id from intervention where id = ? and technician_id is not null
        """,
        (row, number) -> Ids.uuid(row.getBytes(1)),
        Ids.bytes(intervention),
        Ids.bytes(intervention));
  }

  private List<Held> held(UUID intervention) {
    return jdbc.query(
        """
        select technician_id, min(slot_start), max(slot_start) from booked_interval
        where intervention_id = ? group by technician_id
        """,
        (row, number) ->
            new Held(
                Ids.uuid(row.getBytes(1)),
                row.getTimestamp(2).toInstant(),
                row.getTimestamp(3).toInstant()),
        (Object) Ids.bytes(intervention));
  }

  /** Always in the same order. */
  private void lock(Stream<UUID> technicians) {
    technicians
        .distinct()
        .sorted()
        .forEach(
            technician ->
                jdbc.queryForList(
                    "select id from person where id = ? for update", (Object) Ids.bytes(technician)));
  }

  /** To those that a reason was given for, in the order in which they came. */
  private void handOn(Held time, UUID intervention) {
    jdbc.query(
            """
            select id, planned_start, planned_end from intervention
            where technician_id = ? and planned_start > ? and planned_start < ? and planned_end > ?
              and override_reason is not null and category in ('PLANNED', 'ACTIVE', 'PAUSED') and id <> ?
            order by id
            """,
            (row, number) ->
                new Over(
                    Ids.uuid(row.getBytes(1)),
                    new Slot(row.getTimestamp(2).toInstant(), row.getTimestamp(3).toInstant())),
            Ids.bytes(time.technician()),
            Timestamp.from(time.first().minus(Slot.LONGEST)),
            Timestamp.from(time.last().plus(Slot.CELL)),
            Timestamp.from(time.first()),
            Ids.bytes(intervention))
        .forEach(over -> insert("insert ignore into", time.technician(), over.slot(), over.intervention()));
  }

  private record Over(UUID intervention, Slot slot) {}

  private Optional<UUID> taken(UUID technician, Slot slot) {
    List<Instant> cells = slot.cells();
    return jdbc
        .query(
            """
            select intervention_id from booked_interval
            where technician_id = ? and slot_start >= ? and slot_start <= ?
            limit 1
            """,
            (row, number) -> Ids.uuid(row.getBytes(1)),
            Ids.bytes(technician),
            Timestamp.from(cells.getFirst()),
            Timestamp.from(cells.getLast()))
        .stream()
        .findFirst();
  }

  private void insert(String verb, UUID technician, Slot slot, UUID intervention) {
    byte[] technicianId = Ids.bytes(technician);
    byte[] interventionId = Ids.bytes(intervention);
    jdbc.batchUpdate(
        verb + " booked_interval (technician_id, slot_start, intervention_id) values (?, ?, ?)",
        slot.cells().stream()
            .map(cell -> new Object[] {technicianId, Timestamp.from(cell), interventionId})
            .toList());
  }
}
