package com.accordenergie.user.partner.webhook;

import com.accordenergie.platform.id.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * All webhooks that were not deleted. Whatever is done to one or to its deliveries is done under its
 * lock.
 */
@Component
public class Webhooks {

  private final JdbcClient jdbc;
  private final SigningSecrets secrets;

  Webhooks(JdbcClient jdbc, SigningSecrets secrets) {
    this.jdbc = jdbc;
    this.secrets = secrets;
  }

  @Transactional(readOnly = true)
  public List<Webhook> of(UUID partner) {
    return jdbc.sql(
            """
            select * from partner_webhook where partner_id = ? and deleted_at is null
            order by created_at, id
            """)
        .param(Ids.bytes(partner))
        .query(Webhooks::webhook)
        .list();
  }

  /** Those that are called: active ones of active partners. */
  @Transactional(readOnly = true)
  public List<Webhook> called() {
    return jdbc.sql(
            """
            select w.* from partner_webhook w join partner p on p.id = w.partner_id
            where w.state = 'ACTIVE' and w.deleted_at is null and p.state = 'ACTIVE'
            """)
        .query(Webhooks::webhook)
        .list();
  }

  @Transactional(readOnly = true)
  public Optional<Webhook> find(UUID partner, UUID id) {
    return select("and partner_id = ?", id, Ids.bytes(partner));
  }

  /** The webhook, to which nobody else does anything before the transaction ends. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Optional<Webhook> lock(UUID id) {
    return select("for update", id);
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public Optional<Webhook> lock(UUID partner, UUID id) {
    return select("and partner_id = ? for update", id, Ids.bytes(partner));
  }

  /** Empty too when somebody else has the lock. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Optional<Webhook> lockUnlessLocked(UUID id) {
    return select("for update skip locked", id);
  }

  /** What it is signed with right now: during an overlap, the former secret too. */
  @Transactional(readOnly = true)
  public List<byte[]> secrets(UUID id, Instant now) {
    return jdbc.sql("select secret, former_secret, former_until from partner_webhook where id = ?")
        .param(Ids.bytes(id))
        .query((row, number) -> secrets(id, row, now))
        .single();
  }

  private List<byte[]> secrets(UUID id, ResultSet row, Instant now) throws SQLException {
    List<byte[]> opened = new ArrayList<>();
    opened.add(secrets.open(id, row.getBytes("secret")));
    Instant until = instant(row, "former_until");
    if (until != null && now.isBefore(until)) {
      opened.add(secrets.open(id, row.getBytes("former_secret")));
    }
    return opened;
  }

  /** How often others were told of it, this time included. */
  @Transactional(propagation = Propagation.MANDATORY)
  public long countTold(UUID id) {
    jdbc.sql("update partner_webhook set told = told + 1 where id = ?")
        .param(Ids.bytes(id))
        .update();
    return jdbc.sql("select told from partner_webhook where id = ?")
        .param(Ids.bytes(id))
        .query(Long.class)
        .single();
  }

  int lockAndCount(UUID partner) {
    jdbc.sql("select id from partner where id = ? for update")
        .param(Ids.bytes(partner))
        .query(byte[].class)
        .single();
    return jdbc.sql(
            "select count(*) from partner_webhook where partner_id = ? and deleted_at is null")
        .param(Ids.bytes(partner))
        .query(Integer.class)
        .single();
  }

  void insert(Webhook webhook, byte[] secret) {
    WebhookContents contents = webhook.contents();
    jdbc.sql(
            """
            insert into partner_webhook
              (id, partner_id, url, event_types, state, secret, created_at, changed_at, version)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            Ids.bytes(webhook.id()),
            Ids.bytes(webhook.partnerId()),
            webhook.url(),
            types(contents.details()),
            contents.state().name(),
            secrets.seal(webhook.id(), secret),
            Timestamp.from(webhook.createdAt()),
            Timestamp.from(webhook.changedAt()),
            webhook.version())
        .update();
  }

  void update(Webhook webhook) {
    WebhookContents contents = webhook.contents();
    jdbc.sql(
            """
            update partner_webhook
            set url = ?, event_types = ?, state = ?, gone = ?, changed_at = ?, version = ?
            where id = ?
            """)
        .params(
            webhook.url(),
            types(contents.details()),
            contents.state().name(),
            webhook.gone(),
            Timestamp.from(webhook.changedAt()),
            webhook.version(),
            Ids.bytes(webhook.id()))
        .update();
  }

  /** Those of the partner that deliver. */
  List<UUID> active(UUID partner) {
    return jdbc.sql(
            """
            select id from partner_webhook
            where partner_id = ? and state = 'ACTIVE' and deleted_at is null
            """)
        .param(Ids.bytes(partner))
        .query((row, number) -> Ids.uuid(row.getBytes(1)))
        .list();
  }

  /** What waits is tried at once, and from then on as if for the first time. */
  void tryAgain(UUID id) {
    jdbc.sql(
            """
            update webhook_delivery
            set due_at = utc_timestamp(6), attempts = 0, first_attempt_at = null
            where webhook_id = ? and claim is null and due_at is not null
            """)
        .param(Ids.bytes(id))
        .update();
  }

  /** Whatever signed before that is forgotten, the one before the former included. */
  void replaceSecret(Webhook webhook, byte[] secret) {
    Instant until = webhook.formerSecretUntil();
    jdbc.sql(
            """
            update partner_webhook
            set former_secret = if(? is null, null, secret), former_until = ?, secret = ?,
                changed_at = ?, version = ?
            where id = ?
            """)
        .params(
            timestamp(until),
            timestamp(until),
            secrets.seal(webhook.id(), secret),
            Timestamp.from(webhook.changedAt()),
            webhook.version(),
            Ids.bytes(webhook.id()))
        .update();
  }

  void delete(UUID id, Instant at) {
    jdbc.sql("update partner_webhook set deleted_at = ?, state = 'PAUSED' where id = ?")
        .params(Timestamp.from(at), Ids.bytes(id))
        .update();
  }

  private Optional<Webhook> select(String rest, UUID id, Object... parameters) {
    List<Object> all = new ArrayList<>();
    all.add(Ids.bytes(id));
    all.addAll(List.of(parameters));
    return jdbc.sql("select * from partner_webhook where id = ? and deleted_at is null " + rest)
        .params(all)
        .query(Webhooks::webhook)
        .optional();
  }

  private static String types(WebhookDetails details) {
    return String.join("\n", details.eventTypes().stream().sorted().toList());
  }

  private static Webhook webhook(ResultSet row, int number) throws SQLException {
    return new Webhook(
        Ids.uuid(row.getBytes("id")),
        Ids.uuid(row.getBytes("partner_id")),
        new WebhookContents(
            new WebhookDetails(
                row.getString("url"), row.getString("event_types").lines().toList()),
            WebhookState.valueOf(row.getString("state"))),
        row.getBoolean("gone"),
        instant(row, "former_until"),
        row.getObject("created_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
        row.getObject("changed_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
        row.getLong("version"));
  }

  private static @Nullable Timestamp timestamp(@Nullable Instant time) {
    return time == null ? null : Timestamp.from(time);
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    LocalDateTime time = row.getObject(column, LocalDateTime.class);
    return time == null ? null : time.toInstant(ZoneOffset.UTC);
  }
}
