package com.accordenergie.user.partner.webhook.delivery;

import com.accordenergie.user.partner.stream.PlaceKeeper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How far webhooks have come. All that stands in another log is new to them: what was in the one that was
 * lost, is lost.
 */
@Component
class KeptPlaces implements PlaceKeeper {

  private static final long BEFORE_ALL = -1;

  private final JdbcClient jdbc;

  KeptPlaces(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void startAnew() {
    jdbc.sql(
            """
            update partner_webhook
            set place = :first, replay_place = if(replay_place is null, null, :first)
            where place is not null
            """)
        .param("first", BEFORE_ALL)
        .update();
  }
}
