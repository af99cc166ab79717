package com.accordenergie.platform.messaging;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long events that cannot be handled are given.
 *
 * @param pauses between one attempt and the next; after the last of them an event is parked
 * @param gapPatience for how long later versions wait for one that has not come
 */
@ConfigurationProperties("accord.events")
record RetryRules(
    @DefaultValue({"1s", "5s", "30s"}) List<Duration> pauses,
    @DefaultValue("2m") Duration gapPatience) {

  RetryRules {
    pauses = List.copyOf(pauses);
  }

  boolean isLast(int attempts) {
    return attempts > pauses.size();
  }

  int beforeTheLast() {
    return pauses.size();
  }

  Duration pauseAfter(int attempts) {
    return pauses.get(Math.min(attempts, pauses.size()) - 1);
  }
}
