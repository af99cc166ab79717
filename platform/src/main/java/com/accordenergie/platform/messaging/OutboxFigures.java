package com.accordenergie.platform.messaging;

import com.accordenergie.platform.messaging.EventsState.OutboxState;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Counts what waits for the broker. */
final class OutboxFigures {

  private static final int COUNTED = 100_000;

  private final JdbcClient jdbc;

  OutboxFigures(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  OutboxState now(long relayed) {
    return jdbc.sql(
            """
            select
              (select count(*) from (select 1 from outbox limit ?) waiting),
              coalesce(
                (select greatest(0, timestampdiff(microsecond, created_at, utc_timestamp(6)))
                 from outbox order by id limit 1),
                0) / 1000000,
              (select count(*) from outbox where set_aside_until is not null)
            """)
        .param(COUNTED)
        .query(
            (row, number) ->
                new OutboxState(row.getLong(1), row.getDouble(2), row.getLong(3), relayed))
        .single();
  }
}
