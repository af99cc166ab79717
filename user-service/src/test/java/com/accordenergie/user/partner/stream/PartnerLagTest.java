package com.accordenergie.user.partner.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

/** How far partners are behind, however many there are. */
class PartnerLagTest {

  private static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");
  private static final int GAUGES = 2;

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final PartnerLag lag =
      new PartnerLag(
          registry,
          Clock.fixed(NOW, ZoneOffset.UTC),
          new PartnerProperties(
              new PartnerProperties.Broker("localhost", 5672, "/"),
              Duration.ofDays(1),
              DataSize.ofMegabytes(1),
              1,
              1,
              GAUGES));

  private Map<String, Double> shown() {
    return registry.find("accord.partner.lag").gauges().stream()
        .collect(Collectors.toMap(gauge -> gauge.getId().getTag("partner"), Gauge::value));
  }

  @Test
  void eachIsShownUntilThereAreTooManyAndThenTheWorstOfTheOthers() {
    UUID first = new UUID(0, 1);
    UUID second = new UUID(0, 2);
    lag.measure(new UUID(0, 3), NOW.minusSeconds(5));
    lag.measure(new UUID(0, 4), NOW.minusSeconds(90));
    lag.measure(List.of(first, second), null, false);

    assertThat(shown())
        .isEqualTo(Map.of(first.toString(), 0.0, second.toString(), 0.0, "others", 90.0));

    lag.forget(new UUID(0, 3));
    lag.forget(new UUID(0, 4));
    lag.measure(List.of(first), null, false);
    assertThat(shown()).containsOnlyKeys(first.toString(), second.toString());
    lag.forgetAll();
    assertThat(shown()).isEmpty();
  }
}
