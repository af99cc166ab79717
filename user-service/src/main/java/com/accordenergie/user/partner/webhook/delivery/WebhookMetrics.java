package com.accordenergie.user.partner.webhook.delivery;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * {@code accord.webhooks.waiting}: how many deliveries wait, of webhooks that are called; {@code
 * accord.webhooks.oldest}: for how many seconds the oldest of them has.
 */
@Component
class WebhookMetrics implements MeterBinder {

  private static final String WAITING =
      """
      from webhook_delivery d
      join partner_webhook w on w.id = d.webhook_id
      join partner p on p.id = w.partner_id
      where d.state = 'WAITING' and w.state = 'ACTIVE' and w.deleted_at is null
        and p.state = 'ACTIVE'
      """;

  private final JdbcClient jdbc;

  WebhookMetrics(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    Gauge.builder("accord.webhooks.waiting", this, metrics -> metrics.value("select count(*) "))
        .description("How many deliveries to webhooks wait")
        .register(registry);
    Gauge.builder(
            "accord.webhooks.oldest",
            this,
            metrics ->
                metrics.value(
                    "select coalesce(greatest(0, timestampdiff(microsecond, min(d.created_at),"
                        + " utc_timestamp(6))) / 1000000, 0) "))
        .baseUnit("seconds")
        .description("How long the oldest delivery to a webhook has been waiting")
        .register(registry);
  }

  private double value(String select) {
    return jdbc.sql(select + WAITING).query(Double.class).single();
  }
}
