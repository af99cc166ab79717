package com.accordenergie.user.partner.stream;

import com.accordenergie.platform.messaging.Background;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * For how long nobody has written the partners' streams up to where the log stands: how far each is
 * behind is known only to whoever writes, and to nobody when nobody does. Every instance tells it, and
 * while the database is away it grows.
 */
@Component
class RoutingAge extends Background {

  private static final Logger log = LoggerFactory.getLogger(RoutingAge.class);
  private static final Duration EVERY = Duration.ofSeconds(2);

  private final StreamTable table;
  private volatile long routedAt = System.nanoTime();

  RoutingAge(StreamTable table, MeterRegistry registry) {
    super("partner-routing-age", Duration.ofSeconds(1));
    this.table = table;
    Gauge.builder("accord.partner.routing.age", this, RoutingAge::seconds)
        .baseUnit("seconds")
        .description("Since when partners' streams are not known to be written; 8 at most while they are")
        .register(registry);
  }

  private double seconds() {
    return Duration.ofNanos(System.nanoTime() - routedAt).toMillis() / 1000.0;
  }

  @Override
  protected void run() {
    while (isRunning()) {
      try {
        long now = System.nanoTime();
        table.routedSince().ifPresent(age -> routedAt = now - age.toNanos());
      } catch (RuntimeException away) {
        log.debug("The database does not tell how old the partners' streams are", away);
      }
      try {
        Thread.sleep(EVERY);
      } catch (InterruptedException stopped) {
        return;
      }
    }
  }
}
