package com.accordenergie.platform.messaging;

import com.accordenergie.platform.id.Ids;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What one subscription has dealt with, as far as the events of one transaction are concerned: read
 * and locked when the transaction begins, changed in memory, written down before it ends.
 */
final class Ledger {

  private final JdbcOperations rows;
  private final JdbcClient jdbc;
  private final String queue;
  private final Map<UUID, Long> known = new HashMap<>();
  private final Set<UUID> advanced = new HashSet<>();
  private final Set<UUID> applied = new HashSet<>();
  private final List<UUID> entered = new ArrayList<>();
  private @Nullable Instant lastTime;

  private Ledger(JdbcOperations rows, String queue) {
    this.rows = rows;
    this.jdbc = JdbcClient.create(rows);
    this.queue = queue;
  }

  /** Nobody else handles events of their aggregates until the transaction ends. */
  static Ledger open(JdbcOperations rows, String queue, Collection<Incoming> events) {
    Set<UUID> aggregates = new HashSet<>();
    Set<UUID> ids = new HashSet<>();
    for (Incoming event : events) {
      if (event.aggregate() != null && event.sequence() > 0) {
        aggregates.add(event.aggregate());
      }
      if (event.id() != null) {
        ids.add(event.id());
      }
    }
    var ledger = new Ledger(rows, queue);
    ledger.lock(aggregates);
    ledger.look(ids);
    return ledger;
  }

  /** For whatever comes next of this aggregate. */
  static Ledger open(JdbcOperations rows, String queue, UUID aggregate) {
    var ledger = new Ledger(rows, queue);
    ledger.lock(Set.of(aggregate));
    return ledger;
  }

  private void lock(Set<UUID> aggregates) {
    if (aggregates.isEmpty()) {
      return;
    }
    lockExisting(aggregates);
    Set<UUID> unknown = new HashSet<>(aggregates);
    unknown.removeAll(known.keySet());
    if (!unknown.isEmpty()) {
      rows.batchUpdate(
          "insert ignore into followed_aggregate (queue, aggregate_id, sequence) values (?, ?, 0)",
          unknown.stream().sorted().map(id -> new Object[] {queue, Ids.bytes(id)}).toList());
      lockExisting(unknown);
    }
  }

  private void lockExisting(Set<UUID> aggregates) {
    jdbc.sql(
            """
            select aggregate_id, sequence from followed_aggregate
            where queue = :queue and aggregate_id in (:aggregates)
            for update
            """)
        .param("queue", queue)
        .param("aggregates", aggregates.stream().map(Ids::bytes).toList())
        .query(row -> {
          known.put(Ids.uuid(row.getBytes(1)), row.getLong(2));
        });
  }

  private void look(Set<UUID> ids) {
    if (!ids.isEmpty()) {
      jdbc.sql("select event_id from inbox where queue = :queue and event_id in (:ids)")
          .param("queue", queue)
          .param("ids", ids.stream().map(Ids::bytes).toList())
          .query(row -> {
            applied.add(Ids.uuid(row.getBytes(1)));
          });
    }
  }

  /** The version up to which everything is dealt with; 0 for what was never heard of. */
  long known(UUID aggregate) {
    return known.getOrDefault(aggregate, 0L);
  }

  boolean hasApplied(UUID event) {
    return applied.contains(event);
  }

  void advance(UUID aggregate, long sequence) {
    known.put(aggregate, sequence);
    advanced.add(aggregate);
  }

  /** False when this event has been here before. */
  boolean enter(UUID event, Instant time) {
    if (!applied.add(event)) {
      return false;
    }
    entered.add(event);
    lastTime = time;
    return true;
  }

  Set<UUID> advanced() {
    return Set.copyOf(advanced);
  }

  /** To be called at the end of the transaction. */
  void write() {
    if (!entered.isEmpty()) {
      rows.batchUpdate(
          "insert into inbox (queue, event_id, received_at) values (?, ?, utc_timestamp(6))",
          entered.stream().map(id -> new Object[] {queue, Ids.bytes(id)}).toList());
    }
    if (!advanced.isEmpty()) {
      rows.batchUpdate(
          """
          insert into followed_aggregate (queue, aggregate_id, sequence) values (?, ?, ?)
          on duplicate key update sequence = values(sequence)
          """,
          advanced.stream()
              .sorted()
              .map(id -> new Object[] {queue, Ids.bytes(id), known(id)})
              .toList());
    }
    if (lastTime != null) {
      jdbc.sql(
              """
              update subscription_state set handled_at = utc_timestamp(6), event_time = ?
              where queue = ?
              """)
          .params(LocalDateTime.ofInstant(lastTime, ZoneOffset.UTC), queue)
          .update();
    }
  }
}
