package com.accordenergie.platform.messaging;

import org.jspecify.annotations.Nullable;

/** Somebody who reads the log of all events; called by one thread, one call at a time. */
public interface LogReader {

  /** The reading begins, or begins again: all up to {@link #caughtUp} had been told before. */
  void begins();

  /**
   * The next entry. A reader that takes its time makes the log wait; one that fails is shown the
   * same entry again after a while.
   *
   * @param offset the entry's place: it only grows, and is the same for every reader
   * @param event null when the entry is no event
   */
  void read(long offset, @Nullable LoggedEvent event);

  /** All that had been told when the reading began has been read. */
  void caughtUp();

  /** The log does not go on where it was left: it is another one, whose offsets start again. */
  void startedAnew();
}
