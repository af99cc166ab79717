package com.accordenergie.user.partner.webhook.delivery;

import com.accordenergie.platform.housekeeping.Cleaning;
import com.accordenergie.user.partner.webhook.WebhookProperties;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Forgets what was delivered a month ago or given up long ago, and webhooks that nobody has. */
@Component
class DeliveryCleaning implements Cleaning {

  private static final int BITE = 500;

  private static final String OF_NOBODY =
      """
      select w.id from partner_webhook w join partner p on p.id = w.partner_id
      where w.deleted_at is not null or p.state = 'RETIRED'
      """;

  private final JdbcClient jdbc;
  private final WebhookProperties properties;

  DeliveryCleaning(JdbcClient jdbc, WebhookProperties properties) {
    this.jdbc = jdbc;
    this.properties = properties;
  }

  @Override
  public void clean() {
    forget(DeliveryState.DELIVERED, properties.deliveredKept());
    forget(DeliveryState.FAILED, properties.failedKept());
    for (byte[] webhook : jdbc.sql(OF_NOBODY).query(byte[].class).list()) {
      bites("delete from webhook_delivery where webhook_id = ?", webhook);
      jdbc.sql("delete from partner_webhook where id = ?").param(webhook).update();
    }
  }

  private void forget(DeliveryState state, Duration kept) {
    bites(
        "delete from webhook_delivery where state = ? and finished_at < utc_timestamp(6) - interval ? second",
        state.name(),
        kept.toSeconds());
  }

  private void bites(String delete, Object... parameters) {
    int gone;
    do {
      gone = jdbc.sql(delete + " limit " + BITE).params(parameters).update();
    } while (gone == BITE);
  }
}
