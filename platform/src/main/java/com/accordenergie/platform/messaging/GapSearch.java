package com.accordenergie.platform.messaging;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.amqp.rabbit.core.RabbitTemplate;

/**
 * Looks in the log for versions for which later ones have waited long enough: handles what it finds,
 * and gives up what is not there. It reads all of the log, so nobody else waits for it.
 */
final class GapSearch extends Background {

  private static final Logger log = LoggerFactory.getLogger(GapSearch.class);
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final Duration PAUSE = Duration.ofMillis(500);

  private final Map<String, EventConsumer> consumers;
  private final EventReader reader;
  private final HeldEvents held;
  private final ConnectionFactory connections;
  private final RabbitTemplate rabbit;
  private final Duration patience;

  GapSearch(
      Map<String, EventConsumer> consumers,
      EventReader reader,
      HeldEvents held,
      ConnectionFactory connections,
      RabbitTemplate rabbit,
      Duration patience) {
    super("events-gaps", Duration.ofSeconds(6));
    this.consumers = consumers;
    this.reader = reader;
    this.held = held;
    this.connections = connections;
    this.rabbit = rabbit;
    this.patience = patience;
  }

  @Override
  protected void run() {
    while (isRunning()) {
      try {
        closeGaps();
      } catch (InterruptedException stopped) {
        return;
      } catch (IOException | RuntimeException | VirtualMachineError away) {
        log.warn("Missing versions are not looked for right now: {}", away.toString());
      }
      try {
        Thread.sleep(PAUSE);
      } catch (InterruptedException stopped) {
        return;
      }
    }
  }

  private void closeGaps() throws IOException, InterruptedException {
    List<HeldEvents.Gap> overdue = overdue();
    if (overdue.isEmpty()) {
      return;
    }
    log.warn("{} versions have not come in time, the log is asked for them", overdue.size());
    search(overdue);
    // Those that are still as they were: nothing of them is in the log.
    List<HeldEvents.Gap> still = overdue();
    overdue.stream()
        .filter(still::contains)
        .forEach(gap -> consumer(gap).aside().giveUp(gap));
  }

  private List<HeldEvents.Gap> overdue() {
    return held.gaps(patience).stream()
        .filter(gap -> consumers.containsKey(gap.queue()))
        .toList();
  }

  private EventConsumer consumer(HeldEvents.Gap gap) {
    return Objects.requireNonNull(consumers.get(gap.queue()));
  }

  private void search(List<HeldEvents.Gap> gaps) throws IOException, InterruptedException {
    Map<UUID, List<HeldEvents.Gap>> wanted = new HashMap<>();
    gaps.forEach(
        gap -> wanted.computeIfAbsent(gap.aggregate(), id -> new ArrayList<>()).add(gap));
    String mark = LogMark.leave(rabbit);
    try (StreamCursor cursor = StreamCursor.ofLog(connections, "first")) {
      while (true) {
        StreamCursor.Entry entry = cursor.next(PATIENCE);
        if (entry == null) {
          throw new IOException("the log fell silent before the mark");
        }
        if (entry.isMark(mark)) {
          return;
        }
        handle(entry, wanted);
      }
    }
  }

  private void handle(StreamCursor.Entry entry, Map<UUID, List<HeldEvents.Gap>> wanted)
      throws InterruptedException {
    UUID aggregate = reader.aggregate(entry.body());
    if (aggregate == null || !wanted.containsKey(aggregate)) {
      return;
    }
    for (HeldEvents.Gap gap : wanted.get(aggregate)) {
      EventConsumer consumer = consumer(gap);
      Incoming event = reader.receive(entry.body(), consumer.subscription());
      if (event.type() != null && consumer.subscription().handlerOf(event.type()) != null) {
        consumer.handle(List.of(entry.body()));
      } else {
        consumer.aside().passOver(aggregate, event.sequence());
      }
    }
  }
}
