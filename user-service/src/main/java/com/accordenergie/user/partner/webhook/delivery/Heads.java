package com.accordenergie.user.partner.webhook.delivery;

import com.accordenergie.platform.id.Ids;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Of the deliveries of one webhook about one subject that wait, one is the head: the only one that is
 * due at some time. All the others wait for it. To be called under the webhook's lock.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Heads {

  private final JdbcClient jdbc;

  Heads(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Makes the earliest the head, due at once, where there is none. */
  void appoint(UUID webhook, Collection<UUID> subjects) {
    if (subjects.isEmpty()) {
      return;
    }
    jdbc.sql(
            """
            update webhook_delivery d
            join (
              select subject, min(number) number from webhook_delivery
              where webhook_id = :webhook and subject in (:subjects) and state = 'WAITING'
              group by subject having max(due_at) is null) first
              on first.subject = d.subject and first.number = d.number
            set d.due_at = utc_timestamp(6)
            where d.webhook_id = :webhook
            """)
        .param("webhook", Ids.bytes(webhook))
        .param("subjects", bytes(subjects))
        .update();
  }

  /** Earlier ones wait again: whoever is head of their subjects stays it only while it is being sent. */
  void dismiss(UUID webhook, Collection<UUID> subjects) {
    if (subjects.isEmpty()) {
      return;
    }
    jdbc.sql(
            """
            update webhook_delivery set due_at = null
            where webhook_id = :webhook and subject in (:subjects) and claim is null
              and due_at is not null
            """)
        .param("webhook", Ids.bytes(webhook))
        .param("subjects", bytes(subjects))
        .update();
  }

  /** To an earlier one of its subject that was put back while this one was being sent. */
  void giveWay(UUID webhook, UUID subject) {
    boolean isLate =
        jdbc.sql(
                """
                select 1 from webhook_delivery head
                join webhook_delivery earlier on earlier.webhook_id = head.webhook_id
                  and earlier.subject = head.subject and earlier.state = 'WAITING'
                  and earlier.number < head.number
                where head.webhook_id = :webhook and head.subject = :subject
                  and head.state = 'WAITING' and head.due_at is not null
                limit 1
                """)
            .param("webhook", Ids.bytes(webhook))
            .param("subject", Ids.bytes(subject))
            .query(Integer.class)
            .optional()
            .isPresent();
    if (isLate) {
      dismiss(webhook, List.of(subject));
      appoint(webhook, List.of(subject));
    }
  }

  private static List<byte[]> bytes(Collection<UUID> subjects) {
    return subjects.stream().distinct().map(Ids::bytes).toList();
  }
}
