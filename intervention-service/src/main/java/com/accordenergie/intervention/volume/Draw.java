package com.accordenergie.intervention.volume;

import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/** Chance that repeats itself: the same number draws the same things on every run. */
final class Draw {

  private static final long MARK = 0x8ACC_0000_0000_0000L;

  private final SplittableRandom random;

  Draw(long number) {
    random = new SplittableRandom(number * 0x9E37_79B9_7F4A_7C15L);
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  boolean percent(double chance) {
    return random.nextDouble(100) < chance;
  }

  <T> T oneOf(List<T> things) {
    return things.get(random.nextInt(things.size()));
  }

  /** Towards zero: the first of the clients have more work than the last. */
  int skewedBelow(int bound) {
    double position = random.nextDouble();
    return (int) (bound * position * position);
  }

  /** A UUID of version 7 at that time. */
  UUID idAt(Instant time) {
    long high = (time.toEpochMilli() << 16) | 0x7000L | random.nextInt(0x1000);
    return new UUID(high, MARK | (random.nextLong() & 0x0000_FFFF_FFFF_FFFFL));
  }

  /** The id of somebody or something of the volume company, the same on every run. */
  static UUID fixedId(int kind, int index) {
    long high = ((1_577_836_800_000L + index) << 16) | 0x7000L | kind;
    return new UUID(high, MARK | ((long) kind << 32) | index);
  }
}
