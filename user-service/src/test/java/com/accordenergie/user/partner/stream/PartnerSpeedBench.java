package com.accordenergie.user.partner.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.accordenergie.platform.id.Ids;
import com.accordenergie.platform.messaging.StreamCursor;
import com.accordenergie.platform.messaging.Streams;
import com.accordenergie.platform.test.PublishedEvents;
import com.accordenergie.platform.test.ServiceTest;
import com.accordenergie.user.Office;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Measures, and judges nothing but the order: how fast partners are told. Run by name:
 *
 * <pre>./mvnw test -pl user-service -am -Dtest=PartnerSpeedBench -Dsurefire.failIfNoSpecifiedTests=false</pre>
 */
@ServiceTest
class PartnerSpeedBench {

  private static final int BACKLOG = Integer.getInteger("bench.backlog", 100_000);
  private static final int PACED = 500;
  private static final Duration PACE = Duration.ofMillis(10);
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @Autowired Office office;
  @Autowired PublishedEvents events;
  @Autowired Telling telling;
  @Autowired Streams streams;
  @Autowired StreamTable table;
  @Autowired RabbitTemplate rabbit;

  private UUID partnerOf(UUID client) {
    UUID partner = Office.id(office.create(Office.PARTNERS, Office.partner(client)));
    new FeedReader(office, partner).untilThereAre(1);
    return partner;
  }

  @Test
  void aBacklogIsWrittenInOrder() throws Exception {
    UUID client = office.takeOn();
    UUID partner = partnerOf(client);
    String uri = Office.PARTNERS + "/" + partner;
    office.change(uri, 1, Map.of("state", "SUSPENDED"));
    await().atMost(PATIENCE).until(() -> table.current(partner).orElseThrow().behindAt() != null);
    List<String> told = tellTheLogAlone(client);

    String queue = table.current(partner).orElseThrow().queue();
    List<String> read = new ArrayList<>();
    long began = 0;
    try (StreamCursor cursor = streams.readFirst(queue, 2000)) {
      office.change(uri, 2, Map.of("state", "ACTIVE"));
      long deadline = System.nanoTime() + PATIENCE.toNanos();
      while (read.size() < BACKLOG + 2 && deadline - System.nanoTime() > 0) {
        StreamCursor.Entry entry = cursor.next(Duration.ofSeconds(1));
        if (entry != null) {
          read.add(entry.properties().getMessageId());
          began = read.size() == 3 ? System.nanoTime() : began;
        }
      }
    }
    double perSecond = BACKLOG / ((System.nanoTime() - began) / 1e9);
    System.out.printf("A backlog of %d was written at %.0f/s%n", BACKLOG, perSecond);
    assertThat(read.subList(2, read.size())).isEqualTo(told);
  }

  /** Past the exchange, so that nobody else is busy with them while it is measured. */
  private List<String> tellTheLogAlone(UUID client) {
    UUID intervention = UUID.randomUUID();
    List<String> ids = new ArrayList<>();
    rabbit.invoke(
        channel -> {
          for (int version = 1; version <= BACKLOG; version++) {
            UUID id = Ids.next();
            ids.add(id.toString());
            rabbit.send(
                "",
                "accord.events.log",
                MessageBuilder.withBody(
                        Telling.event(
                            id,
                            "intervention.updated",
                            intervention,
                            version,
                            Telling.intervention(intervention, client, "title")))
                    .build());
          }
          return null;
        });
    return ids;
  }

  @Test
  void whatHappensIsReadAMomentLater() throws Exception {
    UUID client = office.takeOn();
    UUID partner = partnerOf(client);
    UUID intervention = UUID.randomUUID();
    Map<String, Long> toldAt = new ConcurrentHashMap<>();
    List<Double> milliseconds = new ArrayList<>();
    String queue = table.current(partner).orElseThrow().queue();
    try (StreamCursor cursor = streams.readFirst(queue, 200)) {
      cursor.next(PATIENCE);
      cursor.next(PATIENCE);
      Thread teller =
          Thread.ofPlatform()
              .start(
                  () -> {
                    long next = System.nanoTime();
                    for (int version = 1; version <= PACED; version++) {
                      next += PACE.toNanos();
                      LockSupport.parkNanos(next - System.nanoTime());
                      long now = System.nanoTime();
                      UUID id =
                          telling.tell(
                              "intervention.updated",
                              intervention,
                              version,
                              Telling.intervention(intervention, client, "title"));
                      toldAt.put(id.toString(), now);
                    }
                  });
      while (milliseconds.size() < PACED) {
        StreamCursor.Entry entry = cursor.next(PATIENCE);
        long now = System.nanoTime();
        assertThat(entry).isNotNull();
        String id = entry.properties().getMessageId();
        await().pollDelay(Duration.ZERO).until(() -> toldAt.containsKey(id));
        milliseconds.add((now - toldAt.get(id)) / 1e6);
      }
      teller.join();
    }
    Collections.sort(milliseconds);
    double median = milliseconds.get(PACED / 2);
    double late = milliseconds.get(PACED * 99 / 100);
    System.out.printf(
        "From the exchange to a partner's consumer: p50 %.1f ms, p99 %.1f ms%n", median, late);
  }
}
