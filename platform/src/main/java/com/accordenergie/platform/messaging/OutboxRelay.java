package com.accordenergie.platform.messaging;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the outbox to the broker: at once when a transaction commits, and from time to time in case
 * a wake-up was missed or another instance died. Several instances share the work, and where there is
 * much of it, two of one instance: one reads and deletes while the other waits for the broker.
 */
final class OutboxRelay extends Background {

  private static final Logger log = LoggerFactory.getLogger(OutboxRelay.class);
  private static final Duration SAFETY_NET = Duration.ofSeconds(1);
  private static final Duration HELPS_AT_LEAST = Duration.ofMinutes(1);

  private final OutboxBatch batch;
  private final Duration safetyNet;
  private final @Nullable OutboxRelay help;
  private final Semaphore wakeUps = new Semaphore(0);
  private final AtomicLong relayed = new AtomicLong();

  private OutboxRelay(
      String name, OutboxBatch batch, Duration safetyNet, @Nullable OutboxRelay help) {
    super(name, Duration.ofSeconds(6));
    this.batch = batch;
    this.safetyNet = safetyNet;
    this.help = help;
  }

  static OutboxRelay helpedBy(OutboxRelay help, OutboxBatch batch) {
    return new OutboxRelay("outbox-relay", batch, SAFETY_NET, help);
  }

  /** Looks once a minute, and at once when there is much to do. */
  static OutboxRelay help(OutboxBatch batch) {
    return new OutboxRelay("outbox-help", batch, HELPS_AT_LEAST, null);
  }

  /** How many events have left since the start. */
  long relayed() {
    return relayed.get() + (help == null ? 0 : help.relayed());
  }

  void wake() {
    if (wakeUps.availablePermits() == 0) {
      wakeUps.release();
    }
  }

  @Override
  protected void run() {
    var pause = new Pause();
    while (isRunning()) {
      try {
        int left = batch.relay();
        relayed.addAndGet(left);
        if (left == 0) {
          await(safetyNet);
        } else if (left >= OutboxBatch.AGGREGATES && help != null) {
          help.wake();
        }
        pause = new Pause();
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException failure) {
        log.warn("Events wait in the outbox: {}", failure.toString());
        if (!sleep(pause)) {
          return;
        }
      }
    }
  }

  private void await(Duration atMost) throws InterruptedException {
    if (wakeUps.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
      wakeUps.drainPermits();
    }
  }

  private static boolean sleep(Pause pause) {
    try {
      pause.sleep();
      return true;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
