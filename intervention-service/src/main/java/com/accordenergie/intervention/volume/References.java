package com.accordenergie.intervention.volume;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;

/**
 * The numbers of a run, taken out of the service's own counter: whatever it gives meanwhile or later,
 * and whatever other runs do, no two are alike. A run that is cut off leaves a gap.
 */
final class References {

  private final Calendar calendar;
  private final Map<Integer, Long> offsets = new HashMap<>();

  private References(Calendar calendar) {
    this.calendar = calendar;
  }

  static References reserve(Connection connection, Schemas schemas, Calendar calendar)
      throws SQLException {
    var references = new References(calendar);
    int last = calendar.year(calendar.count() - 1);
    for (int year = calendar.year(0); year <= last; year++) {
      long first = calendar.firstOf(year);
      long count = calendar.firstOf(year + 1) - first;
      long upTo = take(connection, schemas.intervention() + ".reference_counter", year, count);
      references.offsets.put(year, upTo - count + 1 - first);
    }
    connection.commit();
    return references;
  }

  private static long take(Connection connection, String counter, int year, long count)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(
          "insert into %1$s (year, last) values (%2$d, %3$d) on duplicate key update last = last + %3$d"
              .formatted(counter, year, count));
      try (ResultSet row =
          statement.executeQuery("select last from %s where year = %d".formatted(counter, year))) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  String of(long index) {
    int year = calendar.year(index);
    Long offset = offsets.get(year);
    if (offset == null) {
      throw new IllegalStateException("No numbers were reserved for " + year);
    }
    return "INT-%d-%06d".formatted(year, offset + index);
  }
}
