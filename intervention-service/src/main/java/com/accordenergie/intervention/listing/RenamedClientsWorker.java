package com.accordenergie.intervention.listing;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Works off what {@link RenamedClients} noted, on whichever instance comes first. */
@Component
class RenamedClientsWorker implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(RenamedClientsWorker.class);
  private static final int PAUSE_SECONDS = 1;

  private final RenamedClients renamed;
  private volatile @Nullable ScheduledExecutorService timer;

  RenamedClientsWorker(RenamedClients renamed) {
    this.renamed = renamed;
  }

  private void work() {
    try {
      while (isRunning() && renamed.catchUp()) {
        // The next batch.
      }
    } catch (RuntimeException failed) {
      log.warn("Words of a renamed client wait for the next round: {}", failed.toString());
    }
  }

  @Override
  public void start() {
    ScheduledExecutorService started =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("renamed-clients").factory());
    started.scheduleWithFixedDelay(this::work, PAUSE_SECONDS, PAUSE_SECONDS, TimeUnit.SECONDS);
    timer = started;
  }

  @Override
  public void stop() {
    ScheduledExecutorService started = timer;
    timer = null;
    if (started != null) {
      started.shutdown();
    }
  }

  @Override
  public boolean isRunning() {
    return timer != null;
  }
}
