package com.accordenergie.user.partner.stream;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far a reader of the feed has come.
 *
 * @param generation of the stream that was read
 * @param offset of the last entry there
 * @param place in the log up to which all was read: where to go on in another generation
 * @param log the one in which that place is
 * @param from what happened before is not wanted; null once, or if, that does not matter
 */
record FeedCursor(int generation, long offset, long place, int log, @Nullable Instant from) {

  private static final int BYTES = 2 * Integer.BYTES + 3 * Long.BYTES;

  /** Of those that were given when all came from the first log. */
  private static final int BYTES_WITHOUT_LOG = BYTES - Integer.BYTES;

  private static final long ANY_TIME = Long.MIN_VALUE;
  private static final String PURPOSE = "feed ";

  String sealed(UUID partner, Seal seal) {
    byte[] bytes =
        ByteBuffer.allocate(BYTES)
            .putInt(generation)
            .putLong(offset)
            .putLong(place)
            .putLong(from == null ? ANY_TIME : from.toEpochMilli())
            .putInt(log)
            .array();
    return seal.seal(PURPOSE + partner, bytes);
  }

  /** Empty for what this partner was never given. */
  static Optional<FeedCursor> open(UUID partner, String sealed, Seal seal) {
    return seal.open(PURPOSE + partner, sealed)
        .filter(bytes -> bytes.length == BYTES || bytes.length == BYTES_WITHOUT_LOG)
        .map(
            bytes -> {
              ByteBuffer buffer = ByteBuffer.wrap(bytes);
              int generation = buffer.getInt();
              long offset = buffer.getLong();
              long place = buffer.getLong();
              long from = buffer.getLong();
              int log = buffer.hasRemaining() ? buffer.getInt() : 0;
              return new FeedCursor(
                  generation, offset, place, log, from == ANY_TIME ? null : Instant.ofEpochMilli(from));
            });
  }
}
