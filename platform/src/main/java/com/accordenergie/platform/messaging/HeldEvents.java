package com.accordenergie.platform.messaging;

import com.accordenergie.platform.id.Ids;
import com.accordenergie.platform.vault.Sha256;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table of events that could not be handled when they came. */
final class HeldEvents {

  private static final int REASON_LENGTH = 1000;
  private static final int TYPE_LENGTH = 200;

  /** For one queue; beyond them, something is wrong with more than single events. */
  private static final int MOST = 10_000;

  private static final String COLUMNS =
      "id, queue, state, type, event_id, aggregate_id, sequence, last_sequence, attempts, reason,"
          + " held_at, length(body) as size, %s";

  private static final String WHOLE = COLUMNS.formatted("body");

  /** A list of very large ones must not be larger than the memory. */
  private static final String BEGINNING = COLUMNS.formatted("left(body, 4096) as body");

  private final JdbcClient jdbc;

  HeldEvents(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** An aggregate of which a version has not come, though later ones have. */
  record Gap(String queue, UUID aggregate, long known, long next) {}

  private boolean isFull(String queue) {
    return jdbc.sql("select count(*) from (select 1 from held_event where queue = ? limit ?) held")
            .params(queue, MOST)
            .query(Integer.class)
            .single()
        >= MOST;
  }

  /**
   * Changes nothing when this very message is held already.
   *
   * @throws NoRoomException when it has to stay where it is
   */
  void hold(
      String queue, Incoming event, HeldEvent.State state, String reason, Duration pause) {
    if (isFull(queue)) {
      throw new NoRoomException(queue);
    }
    jdbc.sql(
            """
            insert ignore into held_event
              (queue, state, fingerprint, type, event_id, aggregate_id, sequence, attempts, reason,
               body, held_at, due_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, utc_timestamp(6),
              utc_timestamp(6) + interval ? microsecond)
            """)
        .params(
            queue,
            state.name(),
            Sha256.of(event.body()),
            cut(event.type(), TYPE_LENGTH),
            bytes(event.id()),
            event.hasPlace() ? bytes(event.aggregate()) : null,
            event.hasPlace() ? event.sequence() : null,
            state == HeldEvent.State.RETRYING ? 1 : 0,
            cut(reason, REASON_LENGTH),
            event.body(),
            pause.toNanos() / 1000)
        .update();
  }

  /** Leaves a place for versions that are nowhere to be found. */
  void miss(String queue, UUID aggregate, long first, long last, String reason) {
    jdbc.sql(
            """
            insert ignore into held_event
              (queue, state, fingerprint, aggregate_id, sequence, last_sequence, attempts, reason,
               body, held_at, due_at)
            values (?, 'MISSING', ?, ?, ?, ?, 0, ?, '', utc_timestamp(6), utc_timestamp(6))
            """)
        .params(
            queue,
            Sha256.of(
                ByteBuffer.allocate(24).put(Ids.bytes(aggregate)).putLong(first).array()),
            Ids.bytes(aggregate),
            first,
            last,
            cut(reason, REASON_LENGTH))
        .update();
  }

  /** True when this version was missing; it is not any more. */
  boolean found(String queue, UUID aggregate, long sequence) {
    Optional<HeldEvent> place =
        jdbc.sql(
                """
                select %s from held_event
                where queue = ? and aggregate_id = ? and state = 'MISSING'
                  and sequence <= ? and last_sequence >= ?
                for update
                """
                    .formatted(WHOLE))
            .params(queue, Ids.bytes(aggregate), sequence, sequence)
            .query(HeldEvents::read)
            .optional();
    place.ifPresent(
        missing -> {
          delete(missing.id());
          long first = number(missing.sequence());
          long last = number(missing.lastSequence());
          if (first < sequence) {
            miss(queue, aggregate, first, sequence - 1, missing.reason());
          }
          if (sequence < last) {
            miss(queue, aggregate, sequence + 1, last, missing.reason());
          }
        });
    return place.isPresent();
  }

  Optional<HeldEvent> find(long id) {
    return jdbc.sql("select %s from held_event where id = ?".formatted(WHOLE))
        .param(id)
        .query(HeldEvents::read)
        .optional();
  }

  Optional<HeldEvent> lock(long id) {
    return jdbc.sql("select %s from held_event where id = ? for update".formatted(WHOLE))
        .param(id)
        .query(HeldEvents::read)
        .optional();
  }

  /** What can go on now: its pause is over, or the version before it is dealt with. */
  List<Long> due(Collection<String> queues, int limit) {
    return jdbc.sql(
            """
            select id from held_event
            where queue in (:queues) and state = 'RETRYING' and due_at <= utc_timestamp(6)
            union all
            select h.id from held_event h
            join followed_aggregate f on f.queue = h.queue and f.aggregate_id = h.aggregate_id
            where h.queue in (:queues) and h.state = 'WAITING' and h.sequence <= f.sequence + 1
            order by id
            limit :limit
            """)
        .param("queues", queues)
        .param("limit", limit)
        .query(Long.class)
        .list();
  }

  /** The waiting or parked event of that version, if there is one. */
  Optional<HeldEvent> ofVersion(String queue, UUID aggregate, long sequence) {
    return jdbc.sql(
            """
            select %s from held_event
            where queue = ? and aggregate_id = ? and sequence = ? and state <> 'MISSING'
            order by id
            limit 1
            """
                .formatted(WHOLE))
        .params(queue, Ids.bytes(aggregate), sequence)
        .query(HeldEvents::read)
        .optional();
  }

  /** Of which anything is held that could come next. */
  List<UUID> aggregates(String queue) {
    return jdbc.sql(
            """
            select distinct aggregate_id from held_event
            where queue = ? and aggregate_id is not null and state <> 'MISSING'
            """)
        .param(queue)
        .query((row, number) -> Ids.uuid(row.getBytes(1)))
        .list();
  }

  /** Those of the aggregates of which anything is held that could come next. */
  List<UUID> heldBehind(String queue, Collection<UUID> aggregates) {
    return aggregates.isEmpty()
        ? List.of()
        : jdbc.sql(
                """
                select distinct aggregate_id from held_event
                where queue = :queue and aggregate_id in (:aggregates) and state <> 'MISSING'
                """)
            .param("queue", queue)
            .param("aggregates", aggregates.stream().map(Ids::bytes).toList())
            .query((row, number) -> Ids.uuid(row.getBytes(1)))
            .list();
  }

  /**
   * @param age for how long something has waited for the missing version
   */
  List<Gap> gaps(Duration age) {
    return jdbc.sql(
            """
            select h.queue, h.aggregate_id, f.sequence, min(h.sequence) as next,
              min(h.held_at) <= utc_timestamp(6) - interval ? microsecond as overdue
            from held_event h
            join followed_aggregate f on f.queue = h.queue and f.aggregate_id = h.aggregate_id
            where h.state <> 'MISSING' and h.sequence > f.sequence
            group by h.queue, h.aggregate_id, f.sequence
            having next > f.sequence + 1 and overdue
            limit 1000
            """)
        .param(age.toNanos() / 1000)
        .query(
            (row, number) ->
                new Gap(
                    row.getString(1), Ids.uuid(row.getBytes(2)), row.getLong(3), row.getLong(4)))
        .list();
  }

  /**
   * False when another instance was quicker.
   *
   * @param attempts how many there were, with this one
   */
  boolean beginsAttempt(HeldEvent event, int attempts, Duration pause) {
    return jdbc.sql(
                """
                update held_event
                set attempts = ?, due_at = utc_timestamp(6) + interval ? microsecond
                where id = ? and state = 'RETRYING' and attempts = ? and due_at <= utc_timestamp(6)
                """)
            .params(attempts, pause.toNanos() / 1000, event.id(), event.attempts())
            .update()
        == 1;
  }

  void change(long id, HeldEvent.State state, int attempts, String reason, Duration pause) {
    jdbc.sql(
            """
            update held_event set state = ?, attempts = ?, reason = ?,
              due_at = utc_timestamp(6) + interval ? microsecond
            where id = ?
            """)
        .params(state.name(), attempts, cut(reason, REASON_LENGTH), pause.toNanos() / 1000, id)
        .update();
  }

  void delete(long id) {
    jdbc.sql("delete from held_event where id = ?").param(id).update();
  }

  /** All parked ones of the queue will be tried again; how many they are. */
  int retryParked(String queue) {
    return jdbc.sql(
            """
            update held_event set state = 'RETRYING', attempts = 0, due_at = utc_timestamp(6)
            where queue = ? and state = 'PARKED'
            """)
        .param(queue)
        .update();
  }

  /** For people: in the order in which they came, with their beginning. */
  List<HeldEvent> list(
      Collection<String> queues, Collection<HeldEvent.State> states, long after, int limit) {
    return jdbc.sql(
            """
            select %s from held_event
            where queue in (:queues) and state in (:states) and id > :after
            order by id
            limit :limit
            """
                .formatted(BEGINNING))
        .param("queues", queues)
        .param("states", states.stream().map(Enum::name).toList())
        .param("after", after)
        .param("limit", limit)
        .query(HeldEvents::read)
        .list();
  }

  /** How many there are of each queue in each state. */
  Map<String, Map<HeldEvent.State, Long>> count() {
    Map<String, Map<HeldEvent.State, Long>> counts = new HashMap<>();
    jdbc.sql("select queue, state, count(*) from held_event group by queue, state")
        .query(
            row -> {
              counts
                  .computeIfAbsent(
                      row.getString(1), queue -> new EnumMap<>(HeldEvent.State.class))
                  .put(HeldEvent.State.valueOf(row.getString(2)), row.getLong(3));
            });
    return counts;
  }

  Map<String, Long> countGaps() {
    return gaps(Duration.ZERO).stream()
        .collect(Collectors.groupingBy(Gap::queue, Collectors.counting()));
  }

  private static HeldEvent read(ResultSet row, int number) throws SQLException {
    return new HeldEvent(
        row.getLong("id"),
        row.getString("queue"),
        HeldEvent.State.valueOf(row.getString("state")),
        row.getString("type"),
        uuid(row.getBytes("event_id")),
        uuid(row.getBytes("aggregate_id")),
        row.getObject("sequence", Long.class),
        row.getObject("last_sequence", Long.class),
        row.getInt("attempts"),
        row.getString("reason"),
        row.getObject("held_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
        row.getLong("size"),
        row.getBytes("body"));
  }

  private static long number(@Nullable Long value) {
    return value == null ? 0 : value;
  }

  private static byte @Nullable [] bytes(@Nullable UUID id) {
    return id == null ? null : Ids.bytes(id);
  }

  private static @Nullable UUID uuid(byte @Nullable [] bytes) {
    return bytes == null ? null : Ids.uuid(bytes);
  }

  private static @Nullable String cut(@Nullable String text, int longest) {
    return text == null || text.length() <= longest ? text : text.substring(0, longest);
  }
}
