package com.accordenergie.platform.messaging;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Goes on with held events when their time has come; every instance does, one row is one's at a time. */
final class Retries extends Background {

  private static final Logger log = LoggerFactory.getLogger(Retries.class);
  private static final Duration PAUSE = Duration.ofMillis(500);
  private static final int AT_ONCE = 100;

  private final Map<String, EventConsumer> consumers;
  private final HeldEvents held;

  Retries(Map<String, EventConsumer> consumers, HeldEvents held) {
    super("events-retries", Duration.ofSeconds(6));
    this.consumers = consumers;
    this.held = held;
  }

  @Override
  protected void run() {
    while (isRunning()) {
      try {
        retryWhatIsDue();
      } catch (RuntimeException | VirtualMachineError away) {
        log.warn("Held events wait: {}", away.toString());
      }
      try {
        Thread.sleep(PAUSE);
      } catch (InterruptedException stopped) {
        return;
      }
    }
  }

  private void retryWhatIsDue() {
    List<Long> due = held.due(consumers.keySet(), AT_ONCE);
    for (long id : due) {
      held.find(id)
          .ifPresent(
              event -> {
                EventConsumer consumer = consumers.get(event.queue());
                if (consumer != null && isRunning()) {
                  consumer.aside().retry(event);
                }
              });
    }
  }
}
