package com.accordenergie.platform.messaging;

import com.accordenergie.platform.id.Ids;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Remembers which events were applied, in the transaction that applied them. */
final class Inbox {

  private final JdbcClient jdbc;

  Inbox(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** False when this event has been here before. */
  boolean enter(String queue, UUID event) {
    return jdbc.sql(
                """
                insert ignore into inbox (queue, event_id, received_at)
                values (?, ?, utc_timestamp(6))
                """)
            .params(queue, Ids.bytes(event))
            .update()
        == 1;
  }
}
