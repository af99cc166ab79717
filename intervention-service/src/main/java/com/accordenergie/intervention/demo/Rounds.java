package com.accordenergie.intervention.demo;

import com.accordenergie.intervention.planning.Slot;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.UUID;

/** The technicians' rounds: who is where when, so that no two slots of the demo collide. */
final class Rounds {

  private final Map<UUID, NavigableMap<Instant, Instant>> taken = new HashMap<>();

  void take(UUID technician, Slot slot) {
    of(technician).put(slot.start(), slot.end());
  }

  boolean isFree(UUID technician, Slot slot) {
    Map.Entry<Instant, Instant> before = of(technician).lowerEntry(slot.end());
    return before == null || !before.getValue().isAfter(slot.start());
  }

  /** The first free time within office hours, from then on. */
  Slot next(UUID technician, Instant from, Duration length) {
    Instant start = OfficeHours.fitting(from, length);
    while (true) {
      var slot = new Slot(start, start.plus(length));
      if (isFree(technician, slot)) {
        take(technician, slot);
        return slot;
      }
      start = OfficeHours.fitting(start.plus(Duration.ofMinutes(15)), length);
    }
  }

  private NavigableMap<Instant, Instant> of(UUID technician) {
    return taken.computeIfAbsent(technician, id -> new TreeMap<>());
  }
}
