package com.accordenergie.user.partner.stream;

import com.accordenergie.platform.id.Ids;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** When each partner last read its feed, to the minute: who reads all the time is written down once in it. */
@Component
public class FeedReadings {

  private final JdbcClient jdbc;
  private final Clock clock;
  private final Map<UUID, Instant> noted = new ConcurrentHashMap<>();

  FeedReadings(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  public void note(UUID partner) {
    Instant minute = clock.instant().truncatedTo(ChronoUnit.MINUTES);
    if (minute.equals(noted.get(partner))) {
      return;
    }
    jdbc.sql(
            """
            insert into partner_feed (partner_id, read_at) values (:partner, :minute)
            on duplicate key update read_at = greatest(read_at, :minute)
            """)
        .param("partner", Ids.bytes(partner))
        .param("minute", Timestamp.from(minute))
        .update();
    noted.put(partner, minute);
  }

  @Transactional(readOnly = true)
  public @Nullable Instant last(UUID partner) {
    return jdbc.sql("select read_at from partner_feed where partner_id = ?")
        .param(Ids.bytes(partner))
        .query(LocalDateTime.class)
        .optional()
        .map(time -> time.toInstant(ZoneOffset.UTC))
        .orElse(null);
  }
}
