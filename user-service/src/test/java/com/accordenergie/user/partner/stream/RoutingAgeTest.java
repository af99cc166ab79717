package com.accordenergie.user.partner.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

/** That nobody writes the partners' streams is seen, though nobody is there who could tell how far behind they are. */
class RoutingAgeTest {

  private final StreamTable table = mock();
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final RoutingAge age = new RoutingAge(table, registry);

  @BeforeEach
  void start() {
    when(table.routedSince()).thenReturn(Optional.of(Duration.ofHours(1)));
    age.start();
  }

  @AfterEach
  void stop() {
    age.stop();
  }

  private double seconds() {
    return registry.get("accord.partner.routing.age").gauge().value();
  }

  @Test
  void itIsAsLongAsNobodyHasBeenSeenWriting() {
    await().atMost(Duration.ofSeconds(10)).until(() -> seconds() >= 3600);
    when(table.routedSince()).thenReturn(Optional.of(Duration.ofSeconds(1)));
    await().atMost(Duration.ofSeconds(10)).until(() -> seconds() < 10);
  }

  @Test
  void itGoesOnWhileTheDatabaseIsAway() {
    await().atMost(Duration.ofSeconds(10)).until(() -> seconds() >= 3600);
    when(table.routedSince()).thenThrow(new DataAccessResourceFailureException("away"));
    double before = seconds();
    await().atMost(Duration.ofSeconds(10)).until(() -> seconds() >= before + 1);
    assertThat(seconds()).isLessThan(3700);
  }
}
