package com.accordenergie.intervention.planning;

import com.accordenergie.platform.id.Ids;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The technicians' time. Nobody is booked twice because the primary key of a cell has room for one;
 * the technician's row is locked first, so that those who race for a slot wait instead of
 * deadlocking.
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
    lock(technician);
    release(intervention);
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
    lock(technician);
    release(intervention);
    insert("insert ignore into", technician, slot, intervention);
  }

  public void release(UUID intervention) {
    jdbc.update("delete from booked_interval where intervention_id = ?", (Object) Ids.bytes(intervention));
  }

  private void lock(UUID technician) {
    jdbc.queryForList("select id from person where id = ? for update", (Object) Ids.bytes(technician));
  }

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
