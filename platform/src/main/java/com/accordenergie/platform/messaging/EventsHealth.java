package com.accordenergie.platform.messaging;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Tells how the events are doing; that some of them wait is never a reason to take an instance away. */
final class EventsHealth implements HealthIndicator {

  private final EventsWatch watch;

  EventsHealth(EventsWatch watch) {
    this.watch = watch;
  }

  @Override
  public Health health() {
    EventsState state = watch.state();
    return Health.up()
        .withDetail("asOf", String.valueOf(state.asOf()))
        .withDetail("broker", broker(state))
        .withDetail("outbox", state.outbox())
        .withDetail("subscriptions", state.subscriptions())
        .build();
  }

  private static String broker(EventsState state) {
    if (state.brokerAway()) {
      return "away";
    }
    return state.brokerBlocked() ? "blocked" : "up";
  }
}
