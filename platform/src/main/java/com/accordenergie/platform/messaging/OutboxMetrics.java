package com.accordenergie.platform.messaging;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * {@code accord.outbox.age}: for how many seconds the oldest event has been waiting for the broker; 0
 * when none waits.
 */
final class OutboxMetrics implements MeterBinder {

  private final JdbcClient jdbc;

  OutboxMetrics(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    Gauge.builder("accord.outbox.age", this, OutboxMetrics::age)
        .baseUnit("seconds")
        .description("How long the oldest event has been waiting for the broker")
        .register(registry);
  }

  private double age() {
    return jdbc.sql(
            """
            select greatest(0, timestampdiff(microsecond, created_at, utc_timestamp(6))) / 1000000
            from outbox order by id limit 1
            """)
        .query(Double.class)
        .optional()
        .orElse(0.0);
  }
}
