package com.accordenergie.user.partner.webhook.delivery;

import com.accordenergie.platform.id.Ids;
import com.accordenergie.user.partner.webhook.Webhooks;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes down what is to be sent, together with how far the stream was read for it. */
@Component
@Transactional
class Intake {

  private final JdbcClient jdbc;
  private final JdbcTemplate batches;
  private final Webhooks webhooks;
  private final Heads heads;

  Intake(JdbcClient jdbc, JdbcTemplate batches, Webhooks webhooks, Heads heads) {
    this.jdbc = jdbc;
    this.batches = batches;
    this.webhooks = webhooks;
    this.heads = heads;
  }

  /** Empty for a webhook that is there no longer. */
  @Transactional(readOnly = true)
  public Optional<Progress> progress(UUID webhook) {
    return jdbc.sql(
            """
            select w.*, (select count(*) from webhook_delivery d
                         where d.webhook_id = w.id and d.state = 'WAITING') waiting
            from partner_webhook w where w.id = ? and w.deleted_at is null
            """)
        .param(Ids.bytes(webhook))
        .query(Intake::readProgress)
        .optional();
  }

  /** How often each webhook that is there was asked to be told a span again. */
  @Transactional(readOnly = true)
  public Map<UUID, Integer> replays() {
    return jdbc
        .sql("select id, replays from partner_webhook where deleted_at is null")
        .query((row, number) -> Map.entry(Ids.uuid(row.getBytes("id")), row.getInt("replays")))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /**
   * @param before how far it was; if it is not, somebody else has read on
   * @return whether it was taken
   */
  public boolean take(
      UUID webhook, @Nullable Position before, Position after, List<NewDelivery> deliveries) {
    if (webhooks.lock(webhook).isEmpty()) {
      return false;
    }
    Progress progress = progress(webhook).orElseThrow();
    if (!Objects.equals(before, progress.position())) {
      return false;
    }
    jdbc.sql("update partner_webhook set generation = ?, stream_offset = ?, place = ? where id = ?")
        .params(after.generation(), after.offset(), after.place(), Ids.bytes(webhook))
        .update();
    add(webhook, deliveries);
    return true;
  }

  /**
   * @param replays how many had been asked for when it began; if that has changed, another one has
   *     taken its place
   * @param before how far it was; if it is not, somebody else has read on
   * @param isDone whether that was the last of it
   * @return whether it was taken
   */
  public boolean takeAgain(
      UUID webhook,
      int replays,
      @Nullable Position before,
      Position after,
      List<NewDelivery> deliveries,
      boolean isDone) {
    if (webhooks.lock(webhook).isEmpty()) {
      return false;
    }
    Progress progress = progress(webhook).orElseThrow();
    Replay replay = progress.replay();
    if (progress.replays() != replays
        || replay == null
        || !Objects.equals(before, replay.position())) {
      return false;
    }
    jdbc.sql(
            """
            update partner_webhook
            set replay_generation = ?, replay_offset = ?, replay_place = ?,
                replay_from = if(?, null, replay_from), replay_to = if(?, null, replay_to)
            where id = ?
            """)
        .params(
            after.generation(),
            after.offset(),
            after.place(),
            isDone,
            isDone,
            Ids.bytes(webhook))
        .update();
    add(webhook, deliveries);
    return true;
  }

  void askAgain(UUID webhook, Instant from, Instant to) {
    jdbc.sql(
            """
            update partner_webhook
            set replay_from = ?, replay_to = ?, replays = replays + 1,
                replay_generation = null, replay_offset = null, replay_place = null
            where id = ?
            """)
        .params(Timestamp.from(from), Timestamp.from(to), Ids.bytes(webhook))
        .update();
  }

  /** Behind all that are there; under the webhook's lock. Returns their ids. */
  @Transactional(propagation = Propagation.MANDATORY)
  List<UUID> add(UUID webhook, List<NewDelivery> deliveries) {
    if (deliveries.isEmpty()) {
      return List.of();
    }
    byte[] id = Ids.bytes(webhook);
    long taken =
        jdbc.sql("select taken from partner_webhook where id = ?")
            .param(id)
            .query(Long.class)
            .single();
    List<UUID> ids = new ArrayList<>();
    List<Object[]> rows = new ArrayList<>();
    for (NewDelivery delivery : deliveries) {
      UUID one = Ids.next();
      ids.add(one);
      rows.add(row(one, id, ++taken, delivery));
    }
    batches.batchUpdate(
        """
        insert into webhook_delivery
          (id, webhook_id, number, event_id, type, client_id, subject, happened_at, body, state,
           created_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, 'WAITING', utc_timestamp(6))
        """,
        rows);
    jdbc.sql("update partner_webhook set taken = ? where id = ?").params(taken, id).update();
    heads.appoint(webhook, deliveries.stream().map(NewDelivery::subject).toList());
    return ids;
  }

  private static Object[] row(UUID id, byte[] webhook, long number, NewDelivery delivery) {
    UUID client = delivery.clientId();
    return new Object[] {
      Ids.bytes(id),
      webhook,
      number,
      Ids.bytes(delivery.eventId()),
      delivery.type(),
      client == null ? null : Ids.bytes(client),
      Ids.bytes(delivery.subject()),
      Timestamp.from(delivery.happenedAt()),
      delivery.body()
    };
  }

  private static Progress readProgress(ResultSet row, int number) throws SQLException {
    LocalDateTime from = row.getObject("replay_from", LocalDateTime.class);
    LocalDateTime to = row.getObject("replay_to", LocalDateTime.class);
    return new Progress(
        position(row, "generation", "stream_offset", "place"),
        from == null || to == null
            ? null
            : new Replay(
                from.toInstant(ZoneOffset.UTC),
                to.toInstant(ZoneOffset.UTC),
                position(row, "replay_generation", "replay_offset", "replay_place")),
        row.getInt("replays"),
        row.getInt("waiting"));
  }

  private static @Nullable Position position(
      ResultSet row, String generation, String offset, String place) throws SQLException {
    Integer known = row.getObject(generation, Integer.class);
    return known == null ? null : new Position(known, row.getLong(offset), row.getLong(place));
  }
}
