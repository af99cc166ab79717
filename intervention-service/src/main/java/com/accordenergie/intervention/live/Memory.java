package com.accordenergie.intervention.live;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The last events, by number: a ring that forgets the oldest for the newest. Offsets grow but have
 * gaps, numbers have none.
 */
final class Memory {

  private static final long NOTHING = -1;

  private final @Nullable LiveEvent[] ring;
  private long next;
  private long floor = NOTHING;
  private long tip = NOTHING;

  Memory(int capacity) {
    ring = new LiveEvent[capacity];
  }

  /**
   * @param event null when nobody ever hears of what stands there
   */
  void add(long offset, @Nullable LiveEvent event) {
    if (floor == NOTHING) {
      floor = offset;
    }
    tip = offset;
    if (event == null) {
      return;
    }
    int slot = slot(next);
    LiveEvent forgotten = ring[slot];
    if (forgotten != null) {
      floor = forgotten.offset() + 1;
    }
    ring[slot] = event;
    next++;
  }

  void forgetAll() {
    Arrays.fill(ring, null);
    next += ring.length; // No number means two events.
    floor = NOTHING;
    tip = NOTHING;
  }

  /** The number that the next event will have. */
  long end() {
    return next;
  }

  /** The offset of the last entry that was read. */
  long tip() {
    return tip;
  }

  /** False when it was forgotten already. */
  boolean has(long number) {
    return ring[slot(number)] != null && number < next && number >= next - ring.length;
  }

  LiveEvent get(long number) {
    return Objects.requireNonNull(ring[slot(number)]);
  }

  /** Whether everything behind this offset is still here. */
  boolean reachesBackTo(long offset) {
    return floor != NOTHING && offset >= floor - 1 && offset <= tip;
  }

  /** The number of the first event behind this offset. */
  long firstBehind(long offset) {
    long number = next;
    while (has(number - 1) && get(number - 1).offset() > offset) {
      number--;
    }
    return number;
  }

  private int slot(long number) {
    return Math.floorMod(number, ring.length);
  }
}
