package com.accordenergie.intervention.statistics;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The figures of some weeks.
 *
 * @param load what is open now, whenever it began
 * @param urgencies by urgency, of what was created in these weeks
 * @param weeks by the week of creation, the oldest first
 * @param technicians by who carries it out, the busiest first
 */
public record Figures(
    List<Load> load, List<OfUrgency> urgencies, List<OfWeek> weeks, List<OfTechnician> technicians) {

  /** How many stand in a status with an urgency. */
  public record Load(String status, String urgency, long count, long overdue) {}

  /**
   * @param takeOver until somebody was in charge
   * @param resolve until it was resolved, pauses not counted
   */
  public record OfUrgency(String urgency, long created, Tally takeOver, Tally resolve) {}

  /**
   * @param monday the first day of the week, in Paris
   */
  public record OfWeek(LocalDate monday, long created, Tally takeOver, Tally resolve) {}

  public record OfTechnician(
      UUID technicianId, @Nullable String name, long interventions, Tally takeOver, Tally resolve) {}
}
