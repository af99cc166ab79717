package com.accordenergie.platform.id;

import com.accordenergie.platform.vault.Sha256;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * The ids of the demo's people, clients and sites: the same for the same name, whenever and wherever the
 * demo is loaded. Their times are those of the weeks in which its company is founded, from which nobody
 * else has an id. So every service can tell whom the demo may play with.
 */
public final class DemoIds {

  /** When the company is founded. */
  public static final Instant OPENING = Instant.parse("2025-09-01T06:00:00Z");

  /** When the last of its clients has been with it for a day. */
  private static final Instant FOUNDED = OPENING.plus(Duration.ofDays(41));

  private DemoIds() {}

  /**
   * A version 7 id all the same.
   *
   * @param createdAt from {@link #OPENING} on, for forty days
   */
  public static UUID of(String name, Instant createdAt) {
    ByteBuffer random = ByteBuffer.wrap(Sha256.of(name));
    long high = (createdAt.toEpochMilli() << 16) | 0x7000L | (random.getLong() & 0xFFFL);
    long low = (random.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
    return new UUID(high, low);
  }

  public static boolean contains(UUID id) {
    Instant time = Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16);
    return id.version() == 7 && !time.isBefore(OPENING) && time.isBefore(FOUNDED);
  }

  /** For a BINARY(16) column: the demo's are not less. */
  public static byte[] from() {
    return Ids.bytes(Ids.floor(OPENING));
  }

  /** For a BINARY(16) column: the demo's are less. */
  public static byte[] to() {
    return Ids.bytes(Ids.floor(FOUNDED));
  }
}
