package com.accordenergie.user.partner.webhook.delivery;

import com.accordenergie.platform.id.Ids;
import com.accordenergie.platform.paging.Cursor;
import com.accordenergie.platform.paging.Page;
import com.accordenergie.platform.paging.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lists what was and is to be sent to a webhook, the newest first. */
@Component
@Transactional(readOnly = true)
class DeliveryDirectory {

  /** All but the body, which may be large. */
  private static final String COLUMNS =
      "id, number, event_id, type, subject, happened_at, state, attempts, due_at, claim,"
          + " answer_status, error, last_attempt_at, created_at, finished_at";

  private final JdbcClient jdbc;

  DeliveryDirectory(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public Page<Delivery> find(UUID webhook, DeliveryFilter filter, PageRequest page) {
    String context = "deliveries of " + webhook + " " + filter;
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("webhook", Ids.bytes(webhook));
    parameters.put("rows", page.limit() + 1);
    StringBuilder conditions = new StringBuilder();
    if (filter.state() != null) {
      conditions.append(" and state = :state");
      parameters.put("state", filter.state().name());
    }
    if (filter.subject() != null) {
      conditions.append(" and subject = :subject");
      parameters.put("subject", Ids.bytes(filter.subject()));
    }
    Cursor cursor = Cursor.decode(context, page.cursor());
    if (cursor != null) {
      conditions.append(" and number < :before");
      parameters.put("before", cursor.number(0));
    }
    List<Delivery> rows =
        jdbc.sql(
                "select %s from webhook_delivery force index (%s) where webhook_id = :webhook%s order by number desc limit :rows"
                    .formatted(COLUMNS, index(filter), conditions))
            .params(parameters)
            .query(DeliveryDirectory::delivery)
            .list();
    return Page.of(rows, page, last -> Cursor.encode(context, last.number()));
  }

  /** A subject has few deliveries, whatever their state. */
  private static String index(DeliveryFilter filter) {
    if (filter.subject() != null) {
      return "webhook_delivery_subject_number";
    }
    return filter.state() == null ? "webhook_delivery_number" : "webhook_delivery_state_number";
  }

  public Optional<Delivery> find(UUID webhook, UUID id) {
    return jdbc.sql("select " + COLUMNS + " from webhook_delivery where webhook_id = ? and id = ?")
        .params(Ids.bytes(webhook), Ids.bytes(id))
        .query(DeliveryDirectory::delivery)
        .optional();
  }

  /** Each of a partner's webhooks. */
  public List<Standing> standings(UUID partner) {
    return jdbc.sql(
            """
            select w.id, w.generation, w.stream_offset,
              (select d.last_attempt_at from webhook_delivery d
               where d.webhook_id = w.id and d.state = 'DELIVERED'
               order by d.number desc limit 1) as delivered_at,
              (select count(*) from webhook_delivery d
               where d.webhook_id = w.id and d.state = 'WAITING') as waiting,
              (select count(*) from webhook_delivery d
               where d.webhook_id = w.id and d.due_at is not null and d.attempts > 0) as retrying,
              (select count(*) from webhook_delivery d
               where d.webhook_id = w.id and d.state = 'FAILED') as failed
            from partner_webhook w where w.partner_id = ? and w.deleted_at is null
            order by w.created_at, w.id
            """)
        .param(Ids.bytes(partner))
        .query(DeliveryDirectory::standing)
        .list();
  }

  private static Standing standing(ResultSet row, int number) throws SQLException {
    return new Standing(
        Ids.uuid(row.getBytes("id")),
        row.getObject("generation", Integer.class),
        row.getObject("stream_offset", Long.class),
        instant(row, "delivered_at"),
        row.getLong("waiting"),
        row.getLong("retrying"),
        row.getLong("failed"));
  }

  private static Delivery delivery(ResultSet row, int number) throws SQLException {
    boolean isUnderWay = row.getBytes("claim") != null;
    return new Delivery(
        Ids.uuid(row.getBytes("id")),
        row.getLong("number"),
        Ids.uuid(row.getBytes("event_id")),
        row.getString("type"),
        Ids.uuid(row.getBytes("subject")),
        row.getObject("happened_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
        DeliveryState.valueOf(row.getString("state")),
        row.getInt("attempts"),
        row.getObject("answer_status", Integer.class),
        row.getString("error"),
        isUnderWay ? null : instant(row, "due_at"),
        instant(row, "last_attempt_at"),
        row.getObject("created_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
        instant(row, "finished_at"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    LocalDateTime time = row.getObject(column, LocalDateTime.class);
    return time == null ? null : time.toInstant(ZoneOffset.UTC);
  }
}
