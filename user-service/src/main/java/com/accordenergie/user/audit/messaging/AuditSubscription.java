package com.accordenergie.user.audit.messaging;

import com.accordenergie.platform.messaging.Event;
import com.accordenergie.platform.messaging.EventType;
import com.accordenergie.platform.messaging.Projection;
import com.accordenergie.platform.messaging.Subscription;
import com.accordenergie.user.audit.AuditEntry;
import com.accordenergie.user.audit.AuditJournal;
import java.util.List;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Follows everything that is published; a test compares the list with what is. */
@Configuration(proxyBeanMethods = false)
class AuditSubscription {

  private static final List<String> PUBLISHED =
      List.of(
          "intervention.created",
          "intervention.updated",
          "intervention.assigned",
          "intervention.scheduled",
          "intervention.status-changed",
          "intervention.handed-over",
          "comment.added",
          "comment.edited",
          "comment.removed",
          "attachment.added",
          "attachment.removed",
          "user.created",
          "user.updated",
          "user.deactivated",
          "user.erased",
          "user.logged-out",
          "user.session-ended",
          "client.created",
          "client.updated",
          "client.retired",
          "site.created",
          "site.updated",
          "site.retired",
          "partner.created",
          "partner.updated",
          "partner.suspended",
          "partner.resumed",
          "partner.retired",
          "partner.credential-issued",
          "partner.credential-revoked",
          "partner.webhook-created",
          "partner.webhook-updated",
          "partner.webhook-paused",
          "partner.webhook-resumed",
          "partner.webhook-secret-replaced",
          "partner.webhook-deleted",
          "list.changed");

  @Bean
  Subscription audit(AuditJournal journal) {
    Subscription subscription = Subscription.to("user-service.audit");
    PUBLISHED.forEach(
        name ->
            subscription.on(
                EventType.v1(name), Told.class, event -> journal.add(entry(event))));
    return subscription;
  }

  /** Without what is about to be forgotten, and may stand in the log a little longer. */
  @Bean
  Projection auditProjection(AuditJournal journal) {
    return Projection.of(audit(journal))
        .table(
            "audit_entry",
            List.of("event_id"),
            List.of(
                "occurred_at", "actor_id", "kind", "type", "subject_id", "sequence", "label",
                "detail"),
            "occurred_at > utc_timestamp() - interval 12 month");
  }

  private static AuditEntry entry(Event<Told> event) {
    String name = event.type().name();
    String kind = name.substring(0, name.indexOf('.'));
    Told told = event.data();
    return new AuditEntry(
        event.id(),
        event.time(),
        event.actor() == null ? told.author() : event.actor(),
        AuditEntry.Kind.valueOf(kind.toUpperCase(Locale.ROOT)),
        name,
        event.subject(),
        event.sequence(),
        told.label(),
        told.detail());
  }
}
