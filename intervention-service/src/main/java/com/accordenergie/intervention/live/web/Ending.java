package com.accordenergie.intervention.live.web;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * How a stream ends that breaks off. The server notices it while the stream's thread is still
 * writing, and would at once use request and response again for somebody else; so it is held until
 * that thread has left them.
 */
final class Ending implements AsyncListener {

  /** Longer than a heartbeat, at which a thread notices at the latest that nobody reads. */
  private static final long PATIENCE = 60;

  private final CountDownLatch left = new CountDownLatch(1);

  /** The stream's thread touches neither request nor response any longer. */
  void threadHasLeft() {
    left.countDown();
  }

  @Override
  public void onError(AsyncEvent event) {
    try {
      left.await(PATIENCE, TimeUnit.SECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    event.getAsyncContext().complete();
  }

  @Override
  public void onComplete(AsyncEvent event) {
    // Nothing is left to do.
  }

  @Override
  public void onTimeout(AsyncEvent event) {
    // There is none.
  }

  @Override
  public void onStartAsync(AsyncEvent event) {
    // It starts once.
  }
}
