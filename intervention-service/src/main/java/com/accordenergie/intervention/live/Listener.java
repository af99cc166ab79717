package com.accordenergie.intervention.live;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One stream's place in the {@link Feed}; used by the one thread that serves the stream. */
public final class Listener implements AutoCloseable {

  private static final long UNPLACED = -1;

  private final Feed feed;
  private final Login login;
  private final @Nullable Long heardBefore;
  private final Semaphore wakeUps = new Semaphore(0);
  private volatile boolean over;

  // Guarded by the feed.
  private long generation = UNPLACED;
  private long number;
  private long offset = UNPLACED;
  private boolean resetOwed;

  Listener(Feed feed, Login login, @Nullable Long heardBefore) {
    this.feed = feed;
    this.login = login;
    this.heardBefore = heardBefore;
  }

  /**
   * What is new; waits for it for a while. Empty when nothing has come, or when it is over.
   */
  public List<Told> await(Duration patience) throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    while (true) {
      wakeUps.drainPermits();
      List<Told> news = feed.news(this);
      long left = deadline - System.nanoTime();
      if (!news.isEmpty() || over || left <= 0) {
        return news;
      }
      wakeUps.tryAcquire(left, TimeUnit.NANOSECONDS);
    }
  }

  /** From where to go on, however little of it was for this listener; null when not known yet. */
  public @Nullable Long offset() {
    return offset == UNPLACED ? null : offset;
  }

  /** It has to go: the person was barred or has logged out, or it was too slow, or the house closes. */
  public boolean isOver() {
    return over;
  }

  public void end() {
    over = true;
    wake();
  }

  @Override
  public void close() {
    feed.leave(this);
  }

  Login login() {
    return login;
  }

  boolean isConcernedBy(LiveEvent event) {
    return isEndedBy(event) || event.audience().nameFor(login.caller()) != null;
  }

  boolean isEndedBy(LiveEvent event) {
    return event.ends(login);
  }

  void wake() {
    if (wakeUps.availablePermits() == 0) {
      wakeUps.release();
    }
  }

  boolean isPlaced(long present) {
    return generation == present;
  }

  /** What it has heard last of the present log. */
  @Nullable Long after(long present) {
    return generation == UNPLACED ? heardBefore : null;
  }

  void placeAt(long newNumber, long newOffset, long present) {
    number = newNumber;
    offset = newOffset;
    generation = present;
  }

  long number() {
    return number;
  }

  void owesReset() {
    resetOwed = true;
  }

  Told reset() {
    return Told.reset(offset);
  }

  boolean takeReset() {
    boolean owed = resetOwed;
    resetOwed = false;
    return owed;
  }
}
