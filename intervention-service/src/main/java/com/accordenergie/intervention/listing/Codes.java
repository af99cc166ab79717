package com.accordenergie.intervention.listing;

import com.accordenergie.intervention.workflow.Category;
import com.accordenergie.platform.problem.Problems;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The codes of the lists with the numbers that stand for them in the tables. */
record Codes(List<StatusCode> statuses, List<UrgencyCode> urgencies) {

  record StatusCode(short id, String code, Category category) {}

  record UrgencyCode(short id, String code) {}

  private record Line(short id, String code, String category) {
    boolean isStatus() {
      return !category.isEmpty();
    }
  }

  static Codes read(JdbcClient jdbc) {
    List<Line> lines =
        jdbc.sql(
                """
                select id, code, category from status
                union all
                select id, code, '' from urgency
                """)
            .query(
                (row, number) ->
                    new Line(row.getShort("id"), row.getString("code"), row.getString("category")))
            .list();
    return new Codes(
        lines.stream()
            .filter(Line::isStatus)
            .map(line -> new StatusCode(line.id, line.code, Category.valueOf(line.category)))
            .toList(),
        lines.stream()
            .filter(line -> !line.isStatus())
            .map(line -> new UrgencyCode(line.id, line.code))
            .toList());
  }

  /** The statuses that are in both sets, an empty set standing for all; 422 for an unknown code. */
  List<Short> statusIds(Set<String> codes, Set<Category> categories) {
    refuseUnknown("?status", codes, statuses.stream().map(StatusCode::code));
    return statuses.stream()
        .filter(status -> codes.isEmpty() || codes.contains(status.code))
        .filter(status -> categories.isEmpty() || categories.contains(status.category))
        .map(StatusCode::id)
        .toList();
  }

  List<Short> urgencyIds(Set<String> codes) {
    refuseUnknown("?urgency", codes, urgencies.stream().map(UrgencyCode::code));
    return urgencies.stream()
        .filter(urgency -> codes.contains(urgency.code))
        .map(UrgencyCode::id)
        .toList();
  }

  private static void refuseUnknown(String pointer, Set<String> asked, Stream<String> known) {
    List<String> codes = known.toList();
    asked.stream()
        .filter(code -> !codes.contains(code))
        .findAny()
        .ifPresent(
            code -> {
              throw Problems.invalid(pointer, code + " is not in the list.");
            });
  }
}
