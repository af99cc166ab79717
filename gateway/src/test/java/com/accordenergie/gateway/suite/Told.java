package com.accordenergie.gateway.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.accordenergie.platform.test.CapturedEvent;
import com.accordenergie.platform.test.CapturedEvents;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What has been told on the exchange, once the dust has settled. */
final class Told {

  private Told() {}

  /**
   * Waits until each acknowledged version has been told. A repetition is allowed (delivery is at
   * least once), a gap or a wrong order is not.
   */
  static void everyVersion(CapturedEvents events, Map<Work, Long> acknowledged) {
    await("every acknowledged write has been told")
        .atMost(Duration.ofSeconds(90))
        .pollInterval(Duration.ofMillis(500))
        .untilAsserted(
            () ->
                acknowledged.forEach(
                    (work, version) ->
                        assertThat(sequencesOf(events, work.id()))
                            .as("events of " + work.id())
                            .contains(version)));
    acknowledged.forEach(
        (work, version) -> {
          List<Long> sequences = sequencesOf(events, work.id());
          for (int i = 0; i < sequences.size(); i++) {
            assertThat(sequences.get(i)).as("events of " + work.id() + ": " + sequences)
                .isEqualTo(i + 1L);
          }
        });
  }

  /** In the order of arrival, a repeated event counted where it came first. */
  private static List<Long> sequencesOf(CapturedEvents events, UUID aggregate) {
    Map<UUID, Long> first = new LinkedHashMap<>();
    for (CapturedEvent event : events.of(aggregate)) {
      first.putIfAbsent(event.id(), event.sequence());
    }
    return List.copyOf(first.values());
  }
}
