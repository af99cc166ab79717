package com.accordenergie.platform.housekeeping;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Forgets what nobody will ask for any more, in small bites: answers of idempotency keys after a
 * day, applied events after thirty; and whatever else a service has to {@link Cleaning clean}.
 */
final class Housekeeping implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(Housekeeping.class);
  private static final int BITE = 1000;
  private static final Duration EVERY = Duration.ofHours(1);

  private final JdbcClient jdbc;
  private final List<Cleaning> others;
  private volatile @Nullable ScheduledExecutorService timer;

  Housekeeping(JdbcClient jdbc, List<Cleaning> others) {
    this.jdbc = jdbc;
    this.others = others;
  }

  /** Every instance cleans; the rows are disjoint or already gone. */
  void clean() {
    try {
      empty("delete from idempotency_key where created_at < utc_timestamp(6) - interval 1 day");
      empty("delete from inbox where received_at < utc_timestamp(6) - interval 30 day");
      others.forEach(Cleaning::clean);
    } catch (RuntimeException failure) {
      log.warn("Cleaning is put off: {}", failure.toString());
    }
  }

  private void empty(String delete) {
    int gone;
    do {
      gone = jdbc.sql(delete + " limit " + BITE).update();
    } while (gone == BITE);
  }

  @Override
  public void start() {
    ScheduledExecutorService started =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("housekeeping").daemon().factory());
    started.scheduleWithFixedDelay(
        this::clean, EVERY.toMinutes(), EVERY.toMinutes(), TimeUnit.MINUTES);
    timer = started;
  }

  @Override
  public void stop() {
    ScheduledExecutorService started = timer;
    timer = null;
    if (started != null) {
      started.shutdownNow();
    }
  }

  @Override
  public boolean isRunning() {
    return timer != null;
  }
}
