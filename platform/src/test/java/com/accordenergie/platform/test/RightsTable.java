package com.accordenergie.platform.test;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/**
 * Who may do what in a service: a row for each attempt, a column for each who makes it, and where they
 * meet the status of the answer, or a dash where there is nothing to attempt. What every service has,
 * for the column "admin" alone, belongs to each table.
 */
public final class RightsTable {

  private record Common(Attempt attempt, int forTheAdmin) {}

  private final List<String> callers;
  private final Map<String, List<String>> rows = new LinkedHashMap<>();
  private final Map<String, Common> common;

  private RightsTable(String service, String text) {
    List<List<String>> lines =
        text.lines()
            .map(line -> Arrays.stream(line.split("\\|")).map(String::strip).toList())
            .toList();
    callers = tail(lines.getFirst());
    lines.stream().skip(1).forEach(line -> rows.put(line.getFirst(), tail(line)));
    common = common(service);
    common.forEach(
        (what, row) ->
            rows.put(
                what,
                callers.stream()
                    .map(caller -> caller.equals("admin") ? "" + row.forTheAdmin() : "403")
                    .toList()));
  }

  public static RightsTable of(String service, String text) {
    return new RightsTable(service, text);
  }

  /** How a service follows the others' events is no business of anybody but admins. */
  private static Map<String, Common> common(String service) {
    String consumers = "/api/v1/consumers/" + service;
    Map<String, Common> rows = new LinkedHashMap<>();
    rows.put("GET    consumers", new Common(Attempt.get(consumers), 200));
    rows.put(
        "GET    unknown service's consumers",
        new Common(Attempt.get("/api/v1/consumers/no-such-service"), 404));
    rows.put("GET    parked events", new Common(Attempt.get(consumers + "/parked"), 200));
    rows.put(
        "POST   unknown parked event's replay",
        new Common(Attempt.post(consumers + "/parked/0/replay", Map.of()), 404));
    rows.put(
        "POST   unknown queue's replay",
        new Common(Attempt.post(consumers + "/parked/replay", Map.of("queue", "no.such")), 422));
    rows.put(
        "DELETE unknown parked event",
        new Common(Attempt.delete(consumers + "/parked/0?reason=obsolete"), 404));
    rows.put(
        "POST   unknown projection's rebuild",
        new Common(
            Attempt.post(consumers + "/projections/no.such/rebuild", Map.of("repair", false)), 404));
    rows.put(
        "GET    unknown projection's comparison",
        new Common(Attempt.get(consumers + "/projections/no.such/comparison"), 404));
    return rows;
  }

  private static List<String> tail(List<String> line) {
    return line.subList(1, line.size());
  }

  /** The first column. */
  public List<String> attempts() {
    return List.copyOf(rows.keySet());
  }

  /** What is not there for this caller, though it may be for another. */
  public List<String> notFoundBy(String caller) {
    int column = callers.indexOf(caller);
    return rows.entrySet().stream()
        .filter(row -> row.getValue().get(column).equals("404"))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** The attempt of a row that every service has. */
  public Optional<Attempt> ofEveryService(String what) {
    return Optional.ofNullable(common.get(what)).map(Common::attempt);
  }

  /** Attempt, caller, status. */
  public Stream<Arguments> cells() {
    List<Arguments> cells = new ArrayList<>();
    rows.forEach(
        (what, row) -> {
          for (int column = 0; column < callers.size(); column++) {
            if (!row.get(column).equals("-")) {
              cells.add(Arguments.of(what, callers.get(column), Integer.valueOf(row.get(column))));
            }
          }
        });
    return cells.stream();
  }
}
