package com.accordenergie.platform.messaging;

import com.accordenergie.platform.id.Ids;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One round of the relay. It claims the oldest waiting event of up to a hundred aggregates, which
 * claims those aggregates: an event is only claimable when no earlier one of its aggregate waits, so
 * no two instances ever publish for the same aggregate at once. Events leave in waves, one per
 * aggregate and wave, the next one only after the broker has confirmed the one before; whatever is
 * not confirmed stays and is tried again.
 */
class OutboxBatch {

  private static final int AGGREGATES = 100;
  private static final int CANDIDATES = 5 * AGGREGATES;
  private static final int EVENTS = 1000;

  private final JdbcClient jdbc;
  private final JdbcOperations rows;
  private final TransactionTemplate transaction;
  private final EventPublisher publisher;

  OutboxBatch(
      JdbcOperations rows, TransactionTemplate transaction, EventPublisher publisher) {
    this.jdbc = JdbcClient.create(rows);
    this.rows = rows;
    this.transaction = transaction;
    this.publisher = publisher;
  }

  /** Returns how many events left; fails when the broker took none of them. */
  int relay() {
    return Objects.requireNonNull(
        transaction.execute(
            status -> {
              List<byte[]> aggregates = claim();
              if (aggregates.isEmpty()) {
                return 0;
              }
              List<Long> confirmed = publish(load(aggregates));
              delete(confirmed);
              return confirmed.size();
            }));
  }

  private List<byte[]> claim() {
    List<Long> heads = heads();
    return heads.isEmpty() ? List.of() : lock(heads);
  }

  /**
   * Read apart from the locking: in one statement the database would skip the locked rows of the
   * inner query as well, and take the second event of an aggregate for its first.
   */
  private List<Long> heads() {
    return jdbc.sql(
            """
            select o.id from outbox o
            where not exists (
              select 1 from outbox earlier
              where earlier.aggregate_id = o.aggregate_id and earlier.sequence < o.sequence)
            order by o.id
            limit :limit
            """)
        .param("limit", CANDIDATES)
        .query(Long.class)
        .list();
  }

  /** A head that is still there is still a head: sequences are written in their order. */
  private List<byte[]> lock(List<Long> heads) {
    return jdbc.sql(
            """
            select aggregate_id from outbox force index (primary) where id in (:heads)
            order by id
            limit :limit
            for update skip locked
            """)
        .param("heads", heads)
        .param("limit", AGGREGATES)
        .query((row, number) -> row.getBytes(1))
        .list();
  }

  private Collection<Deque<WaitingEvent>> load(List<byte[]> aggregates) {
    Map<UUID, Deque<WaitingEvent>> byAggregate = new LinkedHashMap<>();
    jdbc.sql(
            """
            select id, event_id, aggregate_id, routing_key, body from outbox
            where aggregate_id in (:aggregates)
            order by aggregate_id, sequence
            limit :limit
            """)
        .param("aggregates", aggregates)
        .param("limit", EVENTS)
        .query(
            (row, number) ->
                new WaitingEvent(
                    row.getLong("id"),
                    Ids.uuid(row.getBytes("event_id")),
                    Ids.uuid(row.getBytes("aggregate_id")),
                    row.getString("routing_key"),
                    row.getBytes("body")))
        .list()
        .forEach(
            event ->
                byAggregate.computeIfAbsent(event.aggregate(), id -> new ArrayDeque<>()).add(event));
    return byAggregate.values();
  }

  private List<Long> publish(Collection<Deque<WaitingEvent>> aggregates) {
    List<Long> confirmed = new ArrayList<>();
    List<Deque<WaitingEvent>> open = new ArrayList<>(aggregates);
    while (!open.isEmpty()) {
      List<WaitingEvent> wave = open.stream().map(Deque::element).toList();
      List<Boolean> taken;
      try {
        taken = publisher.publish(wave);
      } catch (RuntimeException brokerAway) {
        if (confirmed.isEmpty()) {
          throw brokerAway;
        }
        return confirmed;
      }
      List<Deque<WaitingEvent>> next = new ArrayList<>();
      for (int i = 0; i < wave.size(); i++) {
        if (taken.get(i)) {
          confirmed.add(wave.get(i).id());
          open.get(i).remove();
          if (!open.get(i).isEmpty()) {
            next.add(open.get(i));
          }
        }
      }
      open = next;
    }
    if (confirmed.isEmpty()) {
      throw new IllegalStateException("the broker confirmed none of the waiting events");
    }
    return confirmed;
  }

  /**
   * One by one, by the primary key: for a list of them the database may read the whole table, wait
   * for what another instance has locked, and end in a deadlock with it.
   */
  private void delete(List<Long> ids) {
    rows.batchUpdate(
        "delete from outbox where id = ?", ids.stream().map(id -> new Object[] {id}).toList());
  }

  record WaitingEvent(long id, UUID eventId, UUID aggregate, String routingKey, byte[] body) {}
}
