package com.accordenergie.platform.messaging;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/**
 * Work that goes on beside the requests, on a thread of its own: it begins before the web server and
 * ends after it, so that what the last requests did is still seen to.
 */
public abstract class Background implements SmartLifecycle {

  private final String name;
  private final Duration patience;
  private volatile boolean running;
  private @Nullable Thread thread;

  /**
   * @param patience how long it may take to come to its end
   */
  protected Background(String name, Duration patience) {
    this.name = name;
    this.patience = patience;
  }

  /** Until {@link #isRunning} says no, or it is interrupted. */
  protected abstract void run();

  @Override
  public final void start() {
    running = true;
    thread = Thread.ofPlatform().daemon().name(name).start(this::run);
  }

  @Override
  public final void stop() {
    running = false;
    if (thread != null) {
      thread.interrupt();
      try {
        thread.join(patience);
      } catch (InterruptedException hurried) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public final boolean isRunning() {
    return running;
  }

  @Override
  public final int getPhase() {
    return DEFAULT_PHASE - 3000;
  }
}
