package com.accordenergie.platform.messaging;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** An open reading of the log, for whoever keeps its own place in it. Used by one thread. */
public final class LogReading implements AutoCloseable {

  private static final Duration SILENCE = Duration.ofSeconds(15);

  private final StreamCursor cursor;
  private final EventReader events;
  private final String mark;
  private boolean metTheMark;
  private long silentSince = System.nanoTime();

  LogReading(StreamCursor cursor, EventReader events, String mark) {
    this.cursor = cursor;
    this.events = events;
    this.mark = mark;
  }

  /**
   * @param event null when the entry is no event
   */
  public record Entry(long offset, @Nullable LoggedEvent event) {}

  /**
   * The next entry; null when none comes in time.
   *
   * @throws LostPlaceException when the log does not go on where it was left: it is another one
   */
  public @Nullable Entry next(Duration patience) throws IOException, InterruptedException {
    StreamCursor.Entry entry = cursor.next(patience);
    if (entry == null) {
      if (!metTheMark && System.nanoTime() - silentSince > SILENCE.toNanos()) {
        throw new LostPlaceException();
      }
      return null;
    }
    silentSince = System.nanoTime();
    metTheMark = metTheMark || entry.isMark(mark);
    return new Entry(entry.offset(), events.read(entry.body()));
  }

  /** Whether all that had been told when the reading began has been read. */
  public boolean hasCaughtUp() {
    return metTheMark;
  }

  /** Whether the next entry is there already. */
  public boolean hasNext() {
    return cursor.hasNext();
  }

  @Override
  public void close() {
    cursor.close();
  }

  /** The mark stands at the end of the log; whoever does not come upon it looks beyond that end. */
  public static final class LostPlaceException extends IOException {

    private static final long serialVersionUID = 1L;

    LostPlaceException() {
      super("the log ends before the place where it was left");
    }
  }
}
