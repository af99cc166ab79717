package com.accordenergie.platform.messaging;

import com.accordenergie.platform.id.Ids;
import java.time.Duration;
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
 * One round of the relay. It claims the oldest waiting event of up to 500 aggregates, which
 * claims those aggregates: an event is only claimable when no earlier one of its aggregate waits, so
 * no two instances ever publish for the same aggregate at once. Events leave in waves, one per
 * aggregate and wave, the next one only after the broker has confirmed the one before; whatever is
 * not confirmed stays and is tried again.
 */
class OutboxBatch {

  /** Of so many aggregates at once; of so many there is work for two. */
  static final int AGGREGATES = 500;

  private static final int CANDIDATES = 2 * AGGREGATES;
  private static final int EVENTS = 1000;
  private static final int ROUNDS = 4;

  /** Nothing more is sent after this time: what has left is still to be deleted before the transaction ends. */
  private static final Duration LONGEST = Duration.ofSeconds(8);

  private final JdbcClient jdbc;
  private final JdbcOperations rows;
  private final TransactionTemplate transaction;
  private final EventPublisher publisher;
  private final BlockedConnections blocked;

  /** Of so many aggregates at once as a slow broker takes in time; what is too much is told twice. */
  private volatile int atOnce = AGGREGATES;

  OutboxBatch(
      JdbcOperations rows,
      TransactionTemplate transaction,
      EventPublisher publisher,
      BlockedConnections blocked) {
    this.jdbc = JdbcClient.create(rows);
    this.rows = rows;
    this.transaction = transaction;
    this.publisher = publisher;
    this.blocked = blocked;
  }

  /** Returns how many events left; fails when the broker took none of them. */
  int relay() {
    if (blocked.any()) { // What is sent would wait on the way, hold rows locked, and be sent again.
      throw new IllegalStateException("the broker takes nothing for the time being");
    }
    return Objects.requireNonNull(
        transaction.execute(
            status -> {
              List<byte[]> aggregates = claim();
              return aggregates.isEmpty() ? 0 : relay(aggregates);
            }));
  }

  /** More than once, as long as there is more: finding heads costs as much as sending them. */
  private int relay(List<byte[]> aggregates) {
    int left = 0;
    long end = System.nanoTime() + LONGEST.toNanos();
    for (int round = 0; round < ROUNDS && System.nanoTime() < end; round++) {
      Collection<Deque<WaitingEvent>> waiting = load(aggregates);
      if (waiting.isEmpty()) {
        break;
      }
      var departure = new OutboxDeparture(publisher, end);
      try {
        departure.of(waiting);
      } catch (RuntimeException brokerAway) {
        if (left == 0) {
          throw brokerAway;
        }
        break; // What has left is to be deleted all the same.
      } finally {
        atOnce =
            departure.isSlow()
                ? Math.max(1, Math.min(atOnce, departure.taken().size()))
                : Math.min(AGGREGATES, 2 * atOnce);
      }
      delete(departure.taken());
      setAside(departure.refused());
      left += departure.taken().size();
      if (!departure.refused().isEmpty() || departure.taken().size() < EVENTS) {
        break;
      }
    }
    return left;
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
              and (o.set_aside_until is null or o.set_aside_until < utc_timestamp(6))
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
        .param("limit", atOnce)
        .query((row, number) -> row.getBytes(1))
        .list();
  }

  /** The oldest of theirs; of each aggregate, ids grow with the versions. */
  private Collection<Deque<WaitingEvent>> load(List<byte[]> aggregates) {
    Map<UUID, Deque<WaitingEvent>> byAggregate = new LinkedHashMap<>();
    jdbc.sql(
            """
            select o.id, o.event_id, o.aggregate_id, o.routing_key, o.body
            from (
              select id from outbox force index (outbox_one_event_per_version)
              where aggregate_id in (:aggregates)
              order by id
              limit :limit) oldest
            straight_join outbox o force index (primary) on o.id = oldest.id
            order by o.id
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

  /**
   * One by one, by the primary key: for a list of them the database may read the whole table, wait
   * for what another instance has locked, and end in a deadlock with it.
   */
  private void delete(List<Long> ids) {
    rows.batchUpdate(
        "delete from outbox where id = ?", ids.stream().map(id -> new Object[] {id}).toList());
  }

  /** For longer each time; its aggregate waits with it, nobody else does. */
  private void setAside(List<Long> ids) {
    if (!ids.isEmpty()) {
      rows.batchUpdate(
          """
          update outbox set refusals = refusals + 1,
            set_aside_until = utc_timestamp(6) + interval least(60, 1 << least(refusals, 6)) second
          where id = ?
          """,
          ids.stream().map(id -> new Object[] {id}).toList());
    }
  }

  record WaitingEvent(long id, UUID eventId, UUID aggregate, String routingKey, byte[] body) {}
}
