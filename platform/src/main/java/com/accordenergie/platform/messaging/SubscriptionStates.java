package com.accordenergie.platform.messaging;

import java.time.LocalDateTime;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One row for each subscription. */
final class SubscriptionStates {

  private final JdbcClient jdbc;

  SubscriptionStates(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param handledAt when it last did something, whichever instance it was
   * @param eventTime when that was told which it handled then
   */
  record Last(Instant handledAt, Instant eventTime) {}

  void introduce(String queue) {
    jdbc.sql("insert ignore into subscription_state (queue) values (?)").param(queue).update();
  }

  boolean hasCaughtUp(String queue) {
    return jdbc.sql(
                "select count(*) from subscription_state"
                    + " where queue = ? and caught_up_at is not null")
            .param(queue)
            .query(Integer.class)
            .single()
        > 0;
  }

  void caughtUp(String queue) {
    jdbc.sql("update subscription_state set caught_up_at = utc_timestamp(6) where queue = ?")
        .param(queue)
        .update();
  }

  /** It has to read the log once more. */
  void startsAnew(String queue) {
    jdbc.sql("update subscription_state set caught_up_at = null where queue = ?")
        .param(queue)
        .update();
  }

  Optional<Last> last(String queue) {
    return jdbc.sql(
            """
            select handled_at, event_time from subscription_state
            where queue = ? and handled_at is not null
            """)
        .param(queue)
        .query((row, number) -> new Last(
            instant(row.getObject(1, LocalDateTime.class)),
            instant(row.getObject(2, LocalDateTime.class))))
        .optional();
  }

  private static Instant instant(@Nullable LocalDateTime time) {
    return time == null ? Instant.EPOCH : time.toInstant(ZoneOffset.UTC);
  }
}
