package com.accordenergie.user.partner.stream;

import com.accordenergie.platform.messaging.StreamCursor;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** An open reading of a partner's stream, by somebody of ours. Used by one thread. */
public final class PartnerReading implements AutoCloseable {

  private final StreamCursor cursor;
  private final Places places;

  PartnerReading(StreamCursor cursor, Places places) {
    this.cursor = cursor;
    this.places = places;
  }

  /**
   * @param offset where it stands in this generation
   * @param place where it stands in every generation: only grows from entry to entry
   * @param body a CloudEvent
   */
  public record Entry(long offset, long place, byte[] body) {}

  /** The next entry; null when none comes in time. */
  public @Nullable Entry next(Duration patience) throws IOException, InterruptedException {
    StreamCursor.Entry entry = cursor.next(patience);
    return entry == null ? null : new Entry(entry.offset(), places.of(entry), entry.body());
  }

  /** Whether the next entry is there already. */
  public boolean hasNext() {
    return cursor.hasNext();
  }

  @Override
  public void close() {
    cursor.close();
  }
}
