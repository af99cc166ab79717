package com.accordenergie.user.partner.webhook.delivery;

import com.accordenergie.platform.id.Ids;
import com.accordenergie.user.partner.PartnerManagement;
import com.accordenergie.user.partner.PartnerSnapshot;
import com.accordenergie.user.partner.PublicEventType;
import com.accordenergie.user.partner.webhook.Webhook;
import com.accordenergie.user.partner.webhook.WebhookManagement;
import com.accordenergie.user.partner.webhook.WebhookProperties;
import com.accordenergie.user.partner.webhook.Webhooks;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
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
import org.springframework.transaction.annotation.Transactional;

/**
 * What is to be sent right now, shared by all instances. Times are the database's own: the instances'
 * clocks may differ.
 */
@Component
class Deliveries {

  private static final int MOST_WEBHOOKS = 1000;

  private final JdbcClient jdbc;
  private final Webhooks webhooks;
  private final WebhookManagement management;
  private final PartnerManagement partners;
  private final Heads heads;
  private final Timetable timetable;
  private final WebhookProperties properties;
  private final Clock clock;

  Deliveries(
      JdbcClient jdbc,
      Webhooks webhooks,
      WebhookManagement management,
      PartnerManagement partners,
      Heads heads,
      Timetable timetable,
      WebhookProperties properties,
      Clock clock) {
    this.jdbc = jdbc;
    this.webhooks = webhooks;
    this.management = management;
    this.partners = partners;
    this.heads = heads;
    this.timetable = timetable;
    this.properties = properties;
    this.clock = clock;
  }

  /** The webhooks for which something is due, those first that have waited longest. */
  @Transactional(readOnly = true)
  public List<UUID> due() {
    return jdbc.sql(
            """
            select d.webhook_id from webhook_delivery d
            join partner_webhook w on w.id = d.webhook_id
            join partner p on p.id = w.partner_id
            where d.due_at <= utc_timestamp(6)
              and w.state = 'ACTIVE' and w.deleted_at is null and p.state = 'ACTIVE'
            group by d.webhook_id order by min(d.due_at) limit ?
            """)
        .param(MOST_WEBHOOKS)
        .query((row, number) -> Ids.uuid(row.getBytes(1)))
        .list();
  }

  /**
   * Takes what is due, for the length of a claim. What the partner may not read any longer, or the
   * webhook does not want any longer, is never sent: it goes.
   */
  @Transactional
  public List<Claimed> claim(UUID webhookId, int most) {
    Webhook webhook = webhooks.lockUnlessLocked(webhookId).orElse(null);
    PartnerSnapshot partner =
        webhook == null ? null : partners.find(webhook.partnerId()).orElse(null);
    if (webhook == null || partner == null || !webhook.isActive() || !partner.isActive()) {
      return List.of();
    }
    takeBack(webhookId);
    List<Claimed> claimed = new ArrayList<>();
    for (Due due : due(webhook, Math.min(most, properties.atOnce() - underWay(webhookId)))) {
      if (due.isCovered(webhook, partner)) {
        claimed.add(claim(webhook, due));
      } else {
        remove(due.delivery());
        heads.appoint(webhookId, List.of(due.subject()));
      }
    }
    return claimed;
  }

  /** What an instance had taken that has gone meanwhile. */
  private void takeBack(UUID webhook) {
    List<UUID> subjects =
        jdbc.sql(
                """
                select subject from webhook_delivery
                where webhook_id = ? and due_at <= utc_timestamp(6) and claim is not null
                """)
            .param(Ids.bytes(webhook))
            .query((row, number) -> Ids.uuid(row.getBytes(1)))
            .list();
    if (!subjects.isEmpty()) {
      jdbc.sql(
              """
              update webhook_delivery set claim = null
              where webhook_id = ? and due_at <= utc_timestamp(6) and claim is not null
              """)
          .param(Ids.bytes(webhook))
          .update();
      subjects.forEach(subject -> heads.giveWay(webhook, subject));
    }
  }

  /**
   * @param clientId whose event it is; null for a test
   */
  private record Due(
      UUID delivery,
      UUID eventId,
      String type,
      @Nullable UUID clientId,
      UUID subject,
      byte[] body,
      int attempts,
      @Nullable Instant firstAttemptAt,
      Instant now) {

    boolean isCovered(Webhook webhook, PartnerSnapshot partner) {
      if (clientId == null) {
        return true;
      }
      return PublicEventType.of(type)
          .filter(known -> webhook.wants(known) && partner.rights().cover(known, clientId))
          .isPresent();
    }
  }

  private int underWay(UUID webhook) {
    return jdbc.sql(
            """
            select count(*) from webhook_delivery
            where webhook_id = ? and due_at > utc_timestamp(6) and claim is not null
            """)
        .param(Ids.bytes(webhook))
        .query(Integer.class)
        .single();
  }

  private List<Due> due(Webhook webhook, int most) {
    if (most <= 0) {
      return List.of();
    }
    return jdbc.sql(
            """
            select d.*, utc_timestamp(6) as now from webhook_delivery d
            where webhook_id = ? and due_at <= utc_timestamp(6)
            order by due_at, number limit ? for update
            """)
        .params(Ids.bytes(webhook.id()), most)
        .query(Deliveries::readDue)
        .list();
  }

  private Claimed claim(Webhook webhook, Due due) {
    UUID claim = UUID.randomUUID();
    jdbc.sql(
            """
            update webhook_delivery
            set claim = ?, due_at = timestampadd(microsecond, ?, utc_timestamp(6)) where id = ?
            """)
        .params(
            Ids.bytes(claim), properties.claim().toNanos() / 1000, Ids.bytes(due.delivery()))
        .update();
    return new Claimed(
        due.delivery(),
        webhook.id(),
        claim,
        due.eventId(),
        due.subject(),
        webhook.url(),
        due.body(),
        due.attempts(),
        due.firstAttemptAt(),
        due.now());
  }

  private void remove(UUID delivery) {
    jdbc.sql("delete from webhook_delivery where id = ?").param(Ids.bytes(delivery)).update();
  }

  /** Says what came of it, unless the claim has gone to somebody else meanwhile. */
  @Transactional
  public void finish(Claimed claimed, Outcome outcome) {
    // One after the other: what follows of the subject is not to be missed.
    Optional<Webhook> webhook = webhooks.lock(claimed.webhookId());
    Instant now = now();
    Instant first = claimed.firstAttemptAt() == null ? now : claimed.firstAttemptAt();
    Instant next =
        outcome.isDelivered()
            ? null
            : outcome.isGone()
                ? now
                : timetable.next(claimed.attempts() + 1, first, now, outcome.retryAfter());
    if (!write(claimed, outcome, first, now, next) || webhook.isEmpty()) {
      return;
    }
    if (outcome.isGone() && webhook.get().isActive()) {
      management.pauseGone(webhook.get(), clock.instant());
    }
    if (next == null) {
      heads.appoint(claimed.webhookId(), List.of(claimed.subject()));
    } else {
      heads.giveWay(claimed.webhookId(), claimed.subject());
    }
  }

  private boolean write(
      Claimed claimed, Outcome outcome, Instant first, Instant now, @Nullable Instant next) {
    DeliveryState state =
        outcome.isDelivered()
            ? DeliveryState.DELIVERED
            : next == null ? DeliveryState.FAILED : DeliveryState.WAITING;
    return jdbc.sql(
                """
                update webhook_delivery
                set state = :state, attempts = attempts + 1, first_attempt_at = :first,
                    last_attempt_at = :now, due_at = :next, claim = null, answer_status = :status,
                    error = :error, finished_at = :finished
                where id = :id and claim = :claim
                """)
            .param("state", state.name())
            .param("first", Timestamp.from(first))
            .param("now", Timestamp.from(now))
            .param("next", next == null ? null : Timestamp.from(next))
            .param("status", outcome.status())
            .param("error", outcome.error())
            .param("finished", next == null ? Timestamp.from(now) : null)
            .param("id", Ids.bytes(claimed.id()))
            .param("claim", Ids.bytes(claimed.claim()))
            .update()
        == 1;
  }

  /** Gives back what was not tried. */
  @Transactional
  public void release(Claimed claimed) {
    webhooks.lock(claimed.webhookId());
    jdbc.sql(
            """
            update webhook_delivery set claim = null, due_at = utc_timestamp(6)
            where id = ? and claim = ?
            """)
        .params(Ids.bytes(claimed.id()), Ids.bytes(claimed.claim()))
        .update();
    heads.giveWay(claimed.webhookId(), claimed.subject());
  }

  private Instant now() {
    return jdbc.sql("select utc_timestamp(6)")
        .query(LocalDateTime.class)
        .single()
        .toInstant(ZoneOffset.UTC);
  }

  private static Due readDue(ResultSet row, int number) throws SQLException {
    byte[] client = row.getBytes("client_id");
    LocalDateTime first = row.getObject("first_attempt_at", LocalDateTime.class);
    return new Due(
        Ids.uuid(row.getBytes("id")),
        Ids.uuid(row.getBytes("event_id")),
        row.getString("type"),
        client == null ? null : Ids.uuid(client),
        Ids.uuid(row.getBytes("subject")),
        row.getBytes("body"),
        row.getInt("attempts"),
        first == null ? null : first.toInstant(ZoneOffset.UTC),
        row.getObject("now", LocalDateTime.class).toInstant(ZoneOffset.UTC));
  }
}
