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
  private final long left;
  private final Ending ending;
  private final RecentEvents recent = new RecentEvents();
  private boolean metTheMark;
  private long silentSince = System.nanoTime();

  /**
   * @param left the entry behind which to go on; what the cursor brings before is only remembered
   */
  LogReading(StreamCursor cursor, EventReader events, String mark, long left, Ending ending) {
    this.cursor = cursor;
    this.events = events;
    this.mark = mark;
    this.left = left;
    this.ending = ending;
  }

  /** Looks at where the log ends now. */
  interface Ending {

    boolean isBeforeTheReading() throws IOException, InterruptedException;
  }

  /**
   * @param event null when the entry is no event, or one that stood there a short while before
   */
  public record Entry(long offset, @Nullable LoggedEvent event) {}

  /**
   * The next entry; null when none comes in time.
   *
   * @throws IOException when the broker has nothing to say for a long time, though something must come
   * @throws LostPlaceException when the log does not go on where it was left: it is another one
   */
  public @Nullable Entry next(Duration patience) throws IOException, InterruptedException {
    while (true) {
      StreamCursor.Entry entry = cursor.next(patience);
      if (entry == null) {
        failIfSilent();
        return null;
      }
      silentSince = System.nanoTime();
      metTheMark = metTheMark || entry.isMark(mark);
      LoggedEvent event = events.read(entry.body());
      boolean isNew = event != null && recent.add(event.id());
      if (entry.offset() > left) {
        return new Entry(entry.offset(), isNew ? event : null);
      }
      if (metTheMark) {
        throw new LostPlaceException();
      }
    }
  }

  private void failIfSilent() throws IOException, InterruptedException {
    if (!metTheMark && System.nanoTime() - silentSince > SILENCE.toNanos()) {
      throw ending.isBeforeTheReading()
          ? new LostPlaceException()
          : new IOException("the log is there, and nothing of it comes");
    }
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
