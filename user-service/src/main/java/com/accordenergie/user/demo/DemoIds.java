package com.accordenergie.user.demo;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.UUID;

/** The same id for the same name, whenever and wherever the demo is loaded (version 7 all the same). */
final class DemoIds {

  private DemoIds() {}

  static UUID of(String name, Instant createdAt) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
      ByteBuffer random = ByteBuffer.wrap(hash);
      long high = (createdAt.toEpochMilli() << 16) | 0x7000L | (random.getLong() & 0xFFFL);
      long low = (random.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
      return new UUID(high, low);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
