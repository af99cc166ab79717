package com.accordenergie.user.partner.stream;

import com.accordenergie.platform.messaging.LogReading;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * {@code accord.partner.lag}: by how many seconds each partner's stream is behind the log; 0 when it
 * has everything. Only the instance that writes the streams knows. Beyond a number of partners there
 * is one value, the longest, for all others.
 */
@Component
class PartnerLag {

  private static final String OTHERS = "others";
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

  private final Map<UUID, Double> seconds = new ConcurrentHashMap<>();
  private final MultiGauge gauges;
  private final Clock clock;
  private final int mostGauges;
  private volatile long nextLook;

  PartnerLag(MeterRegistry registry, Clock clock, PartnerProperties properties) {
    this.gauges =
        MultiGauge.builder("accord.partner.lag")
            .baseUnit("seconds")
            .description("How far a partner's stream is behind the log of events")
            .register(registry);
    this.clock = clock;
    this.mostGauges = properties.gauges();
  }

  /** Whether it is time to look again; looking at every entry would cost more than writing it. */
  boolean isDue() {
    long now = System.nanoTime();
    if (now - nextLook < 0) {
      return false;
    }
    nextLook = now + BETWEEN_LOOKS.toNanos();
    return true;
  }

  /**
   * @param last the entry that was written last
   * @param more whether others wait
   */
  void measure(Iterable<UUID> partners, LogReading.@Nullable Entry last, boolean more) {
    double lag =
        more && last != null && last.event() != null ? secondsSince(last.event().time()) : 0;
    partners.forEach(partner -> seconds.put(partner, lag));
    show();
  }

  /** Of a stream that is written by itself. */
  void measure(UUID partner, Instant reached) {
    seconds.put(partner, secondsSince(reached));
  }

  void forget(UUID partner) {
    seconds.remove(partner);
  }

  /** The turn is over: another instance knows. */
  void forgetAll() {
    seconds.clear();
    show();
  }

  private double secondsSince(Instant time) {
    return Math.max(0, Duration.between(time, clock.instant()).toMillis() / 1000.0);
  }

  private void show() {
    List<Map.Entry<UUID, Double>> all =
        seconds.entrySet().stream().sorted(Map.Entry.comparingByKey()).toList();
    List<MultiGauge.Row<?>> rows = new ArrayList<>();
    all.stream()
        .limit(mostGauges)
        .forEach(one -> rows.add(row(one.getKey().toString(), one.getValue())));
    all.stream()
        .skip(mostGauges)
        .map(Map.Entry::getValue)
        .max(Double::compare)
        .ifPresent(longest -> rows.add(row(OTHERS, longest)));
    gauges.register(rows, true);
  }

  private static MultiGauge.Row<?> row(String partner, double lag) {
    return MultiGauge.Row.of(Tags.of("partner", partner), lag);
  }
}
