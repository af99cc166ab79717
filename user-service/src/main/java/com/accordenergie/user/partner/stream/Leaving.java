package com.accordenergie.user.partner.stream;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Streams that are nobody's any longer. They go a little later: who has just begun to read, may end. */
final class Leaving {

  private static final Duration FAREWELL = Duration.ofSeconds(10);

  private final Map<PartnerStream, Long> deadlines = new HashMap<>();

  void add(PartnerStream stream) {
    deadlines.putIfAbsent(stream, System.nanoTime() + FAREWELL.toNanos());
  }

  void removeDue(Consumer<PartnerStream> removal) {
    deadlines
        .entrySet()
        .removeIf(
            stream -> {
              boolean due = System.nanoTime() - stream.getValue() >= 0;
              if (due) {
                removal.accept(stream.getKey());
              }
              return due;
            });
  }
}
