package com.accordenergie.intervention.statistics;

import com.accordenergie.intervention.statistics.Figures.Load;
import com.accordenergie.intervention.statistics.Figures.OfTechnician;
import com.accordenergie.intervention.statistics.Figures.OfUrgency;
import com.accordenergie.intervention.statistics.Figures.OfWeek;
import com.accordenergie.intervention.statistics.Statistics.Row;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The same rows looked at by urgency, by week and by technician. */
record Summary(List<Row> rows, List<LocalDate> mondays) {

  Figures figures(List<Load> load, Function<UUID, @Nullable String> names) {
    return new Figures(load, urgencies(), weeks(), technicians(names));
  }

  private List<OfUrgency> urgencies() {
    return by(Row::urgency).entrySet().stream()
        .map(
            urgency ->
                new OfUrgency(
                    urgency.getKey(),
                    sum(urgency.getValue(), Row::created),
                    takeOver(urgency.getValue()),
                    resolve(urgency.getValue())))
        .toList();
  }

  /** A week without work is a week too. */
  private List<OfWeek> weeks() {
    Map<LocalDate, List<Row>> byWeek = by(Row::monday);
    return mondays.stream()
        .map(
            monday -> {
              List<Row> week = byWeek.getOrDefault(monday, List.of());
              return new OfWeek(monday, sum(week, Row::created), takeOver(week), resolve(week));
            })
        .toList();
  }

  private List<OfTechnician> technicians(Function<UUID, @Nullable String> names) {
    return rows.stream()
        .filter(row -> row.technician() != null)
        .collect(Collectors.groupingBy(row -> Objects.requireNonNull(row.technician())))
        .entrySet()
        .stream()
        .map(
            technician ->
                new OfTechnician(
                    technician.getKey(),
                    names.apply(technician.getKey()),
                    sum(technician.getValue(), Row::created),
                    takeOver(technician.getValue()),
                    resolve(technician.getValue())))
        .sorted(Comparator.comparingLong(OfTechnician::interventions).reversed())
        .toList();
  }

  private <K> Map<K, List<Row>> by(Function<Row, K> key) {
    return rows.stream().collect(Collectors.groupingBy(key, TreeMap::new, Collectors.toList()));
  }

  private static Tally takeOver(List<Row> rows) {
    return Tally.of(
        sum(rows, Row::takenOver), sum(rows, Row::takenOverInTime), sum(rows, Row::takeOverMillis));
  }

  private static Tally resolve(List<Row> rows) {
    return Tally.of(
        sum(rows, Row::resolved), sum(rows, Row::resolvedInTime), sum(rows, Row::resolveMillis));
  }

  private static long sum(List<Row> rows, ToLongFunction<Row> figure) {
    return rows.stream().mapToLong(figure).sum();
  }
}
