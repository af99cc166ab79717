package com.accordenergie.user.partner.webhook.delivery;

import com.accordenergie.platform.id.Ids;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts deliveries back in their old places, to be tried as if for the first time. To be called under the
 * webhook's lock.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Replays {

  private static final String BACK =
      """
      update webhook_delivery
      set state = 'WAITING', attempts = 0, first_attempt_at = null, finished_at = null, due_at = null
      """;

  /** So many at once, to be done within a transaction's time; whoever wants more asks again. */
  static final int MOST = 5000;

  private final JdbcClient jdbc;
  private final Heads heads;

  Replays(JdbcClient jdbc, Heads heads) {
    this.jdbc = jdbc;
    this.heads = heads;
  }

  void again(UUID webhook, Delivery delivery) {
    jdbc.sql(BACK + " where id = ? and claim is null").param(Ids.bytes(delivery.id())).update();
    settle(webhook, List.of(delivery.subject()));
  }

  /** Returns how many it were. */
  int failed(UUID webhook, Instant from, Instant to) {
    List<Failed> failed =
        jdbc.sql(
                """
                select id, subject from webhook_delivery
                where webhook_id = ? and state = 'FAILED' and happened_at >= ? and happened_at < ?
                order by number limit ?
                """)
            .params(Ids.bytes(webhook), Timestamp.from(from), Timestamp.from(to), MOST)
            .query(
                (row, number) ->
                    new Failed(Ids.uuid(row.getBytes(1)), Ids.uuid(row.getBytes(2))))
            .list();
    if (!failed.isEmpty()) {
      jdbc.sql(BACK + " where id in (:ids)")
          .param("ids", failed.stream().map(one -> Ids.bytes(one.id())).toList())
          .update();
      settle(webhook, failed.stream().map(Failed::subject).distinct().toList());
    }
    return failed.size();
  }

  private record Failed(UUID id, UUID subject) {}

  private void settle(UUID webhook, List<UUID> subjects) {
    heads.dismiss(webhook, subjects);
    heads.appoint(webhook, subjects);
  }
}
