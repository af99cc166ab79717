package com.accordenergie.platform.id;

import com.github.f4b6a3.uuid.UuidCreator;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.UUID;

/** UUIDs of version 7 (RFC 9562, section 5.7): their order is the order of their times. */
public final class Ids {

  private Ids() {}

  /** A new id, greater than every one this process has made. */
  public static UUID next() {
    return UuidCreator.getTimeOrderedEpoch();
  }

  /** An id whose time part is the given time, to the millisecond. */
  public static UUID at(Instant time) {
    return UuidCreator.getTimeOrderedEpoch(time);
  }

  /** The smallest id of that millisecond: a bound for ranges of time. */
  public static UUID floor(Instant time) {
    return new UUID((time.toEpochMilli() << 16) | 0x7000L, 0x8000_0000_0000_0000L);
  }

  /** As a BINARY(16) column keeps it. */
  public static byte[] bytes(UUID id) {
    return ByteBuffer.allocate(16)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .array();
  }

  /** Out of a BINARY(16) column. */
  public static UUID uuid(byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    return new UUID(buffer.getLong(), buffer.getLong());
  }
}
