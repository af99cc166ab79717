package com.accordenergie.intervention.volume;

import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/** Chance that repeats itself: the same number draws the same things on every run. */
final class Draw {

  /** In the ids of everything that was made up here, and of nothing else. */
  static final long MARK = 0x8ACC_0DE5_0000_0000L;

  private static final long SEED = 20_260_615;

  private final SplittableRandom random;

  Draw(long number) {
    random = new SplittableRandom((SEED + number) * 0x9E37_79B9_7F4A_7C15L);
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
    return new UUID(high, MARK | (random.nextLong() & 0xFFFF_FFFFL));
  }
}
