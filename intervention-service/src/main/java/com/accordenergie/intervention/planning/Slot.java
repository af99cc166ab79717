package com.accordenergie.intervention.planning;

import com.accordenergie.platform.problem.Problems;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

/**
 * A planned time, its end excluded.
 *
 * @param end after start, by at most {@link #LONGEST}
 */
public record Slot(Instant start, Instant end) {

  static final Duration CELL = Duration.ofMinutes(5);
  static final Duration LONGEST = Duration.ofDays(7);

  /** Answers 422 for a time that is none. */
  public static Slot of(Instant start, Instant end) {
    if (!end.isAfter(start)) {
      throw Problems.invalid("#/plannedEnd", "It must be after plannedStart.");
    }
    if (Duration.between(start, end).compareTo(LONGEST) > 0) {
      throw Problems.invalid("#/plannedEnd", "A slot lasts at most seven days.");
    }
    return new Slot(start, end);
  }

  /** The beginnings of all cells of five minutes that it touches, ascending. */
  List<Instant> cells() {
    Instant first = floor(start);
    return Stream.iterate(first, cell -> cell.isBefore(end), cell -> cell.plus(CELL)).toList();
  }

  private static Instant floor(Instant time) {
    long seconds = CELL.toSeconds();
    return Instant.ofEpochSecond(Math.floorDiv(time.getEpochSecond(), seconds) * seconds)
        .truncatedTo(ChronoUnit.SECONDS);
  }
}
