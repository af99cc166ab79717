package com.accordenergie.platform.id;

import com.github.f4b6a3.uuid.UuidCreator;
import com.github.f4b6a3.uuid.codec.StandardBinaryCodec;
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
    return UuidCreator.getTimeOrderedEpochMin(time);
  }

  /** As a BINARY(16) column keeps it. */
  public static byte[] bytes(UUID id) {
    return StandardBinaryCodec.INSTANCE.encode(id);
  }

  /** Out of a BINARY(16) column. */
  public static UUID uuid(byte[] bytes) {
    return StandardBinaryCodec.INSTANCE.decode(bytes);
  }
}
