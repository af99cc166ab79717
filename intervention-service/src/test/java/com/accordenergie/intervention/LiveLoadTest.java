package com.accordenergie.intervention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.accordenergie.platform.identity.Caller;
import com.accordenergie.platform.messaging.EventType;
import com.accordenergie.platform.test.Api;
import com.accordenergie.platform.test.EventStream;
import com.accordenergie.platform.test.PublishedEvents;
import com.accordenergie.platform.test.ServiceTest;
import com.accordenergie.platform.test.Tokens;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A thousand listen at one instance; each hears everything. How fast is printed, not judged. */
@ServiceTest
class LiveLoadTest {

  private static final int LISTENERS = 1_000;
  private static final int PEOPLE = 100;
  private static final int EVENTS = 30;

  @Autowired Api api;
  @Autowired Tokens tokens;
  @Autowired PublishedEvents events;

  @Test
  void aThousandHearEverything() {
    List<String> people = new ArrayList<>();
    for (int i = 0; i < PEOPLE; i++) {
      people.add(tokens.of(Caller.admin(UUID.randomUUID())));
    }
    long before = usedMegabytes();
    List<EventStream> streams = new ArrayList<>();
    while (streams.size() < LISTENERS) {
      streams.addAll(
          AtOnce.with(PEOPLE, i -> EventStream.open(api.url(), people.get(i), null)));
    }
    streams.forEach(EventStream::awaitPlace);
    long used = usedMegabytes() - before;

    Map<String, Long> told = new HashMap<>();
    for (int i = 0; i < EVENTS; i++) {
      UUID comment = UUID.randomUUID();
      told.put(comment.toString(), System.nanoTime());
      events.publish(
          EventType.v1("comment.added"),
          comment,
          1,
          Map.of(
              "id", comment,
              "interventionId", UUID.randomUUID(),
              "clientId", UUID.randomUUID(),
              "visibility", "PUBLIC"));
    }

    await("all have heard all")
        .atMost(Duration.ofSeconds(120))
        .pollInterval(Duration.ofMillis(50))
        .until(() -> streams.stream().allMatch(stream -> heard(stream, told).size() == EVENTS));
    List<Long> delays =
        streams.stream().flatMap(stream -> heard(stream, told).stream()).sorted().toList();
    assertThat(delays).hasSize(LISTENERS * EVENTS);
    System.out.printf(
        "%d listeners with both their ends %d MB; %d events: p50 %d ms, p99 %d ms%n",
        LISTENERS, used, EVENTS, millis(delays, 50), millis(delays, 99));
    AtOnce.with(
        LISTENERS,
        i -> {
          streams.get(i).close();
          return i;
        });
  }

  private static List<Long> heard(EventStream stream, Map<String, Long> told) {
    return stream.heard().stream()
        .filter(heard -> told.containsKey(heard.value("id")))
        .map(heard -> heard.at() - told.get(heard.value("id")))
        .toList();
  }

  private static long usedMegabytes() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
  }

  private static long millis(List<Long> sorted, int percent) {
    return Duration.ofNanos(sorted.get(sorted.size() * percent / 100)).toMillis();
  }
}
