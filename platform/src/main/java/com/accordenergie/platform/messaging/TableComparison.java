package com.accordenergie.platform.messaging;

import com.accordenergie.platform.messaging.ProjectionReport.Difference;
import com.accordenergie.platform.messaging.ProjectionReport.TableReport;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One table as the events make it, and as it is. There are two connections: on the one, the temporary
 * table stands in front of the real one.
 */
final class TableComparison {

  private static final int EXAMPLES = 100;

  /** So many are looked at again and repaired; more of them are counted only. */
  private static final int CANDIDATES = 10_000;

  private static final int AT_A_TIME = 500;

  private final Projection.Table table;
  private final Map<ComparedRow, Pair> candidates = new LinkedHashMap<>();
  private final Map<String, Long> beyond = new LinkedHashMap<>();
  private long rows;
  private long repaired;

  TableComparison(Projection.Table table) {
    this.table = table;
  }

  /** One row on both sides; null where it is not. */
  private record Pair(@Nullable ComparedRow made, @Nullable ComparedRow there) {

    String kind() {
      if (there == null) {
        return "MISSING";
      }
      return made == null ? "EXTRA" : "DIFFERENT";
    }

    boolean agrees() {
      return Objects.equals(made, there);
    }

    ComparedRow key(int columns) {
      return Objects.requireNonNull(made == null ? there : made).first(columns);
    }
  }

  /** Row by row, both in the order of their keys. */
  void compare(Connection made, Connection real) throws SQLException {
    String sql =
        "%s%s order by %s"
            .formatted(
                select(),
                table.condition() == null ? "" : " where " + table.condition(),
                String.join(", ", table.key()));
    try (Statement left = streaming(made);
        Statement right = streaming(real);
        ResultSet ofEvents = left.executeQuery(sql);
        ResultSet ofTable = right.executeQuery(sql)) {
      ComparedRow one = next(ofEvents);
      ComparedRow other = next(ofTable);
      while (one != null || other != null) {
        int order = order(one, other);
        note(new Pair(order <= 0 ? one : null, order >= 0 ? other : null));
        if (order <= 0) {
          rows++;
          one = next(ofEvents);
        }
        if (order >= 0) {
          other = next(ofTable);
        }
      }
    }
  }

  private int order(@Nullable ComparedRow one, @Nullable ComparedRow other) {
    if (one == null) {
      return 1;
    }
    return other == null ? -1 : ComparedRow.compareKeys(one, other, keys());
  }

  private void note(Pair pair) {
    if (pair.agrees()) {
      return;
    }
    if (candidates.size() < CANDIDATES) {
      candidates.put(pair.key(keys()), pair);
    } else {
      beyond.merge(pair.kind(), 1L, Long::sum);
    }
  }

  /** How many rows still differ. */
  long open() {
    return candidates.size();
  }

  /** What was merely on its way the last time agrees by now. */
  void lookAgain(Connection made, Connection real) throws SQLException {
    List<ComparedRow> keys = List.copyOf(candidates.keySet());
    for (int from = 0; from < keys.size(); from += AT_A_TIME) {
      List<ComparedRow> some = keys.subList(from, Math.min(keys.size(), from + AT_A_TIME));
      Map<ComparedRow, ComparedRow> ofEvents = find(made, some);
      Map<ComparedRow, ComparedRow> ofTable = find(real, some);
      for (ComparedRow key : some) {
        var pair = new Pair(ofEvents.get(key), ofTable.get(key));
        if (pair.agrees()) {
          candidates.remove(key);
        } else {
          candidates.put(key, pair);
        }
      }
    }
  }

  /**
   * Each row by itself; one that changes meanwhile is left alone, and so is one that knows a later
   * version than the events tell: the log has lost its end, or was read before it.
   */
  void repair(Connection made, Connection real) throws SQLException {
    for (Pair pair : candidates.values()) {
      if (pair.made() == null || isAhead(pair)) {
        continue;
      }
      ComparedRow key = pair.key(keys());
      real.setAutoCommit(false);
      try {
        if (pair.there() == null) {
          repaired += insert(made, real, key);
        } else if (pair.there().equals(find(real, key, " for update"))) {
          repaired += update(real, pair.made());
        }
        real.commit();
      } finally {
        real.rollback();
        real.setAutoCommit(true);
      }
    }
  }

  private boolean isAhead(Pair pair) {
    int version = table.versionColumn();
    return version >= 0
        && pair.made() != null
        && pair.there() != null
        && pair.there().number(version) > pair.made().number(version);
  }

  TableReport report() {
    Map<String, Long> counts = new LinkedHashMap<>(beyond);
    candidates.values().forEach(pair -> counts.merge(pair.kind(), 1L, Long::sum));
    return new TableReport(
        table.name(),
        rows,
        counts.getOrDefault("MISSING", 0L),
        counts.getOrDefault("DIFFERENT", 0L),
        counts.getOrDefault("EXTRA", 0L),
        repaired,
        candidates.values().stream().limit(EXAMPLES).map(this::difference).toList());
  }

  private Difference difference(Pair pair) {
    List<String> columns = new ArrayList<>();
    if (pair.made() != null && pair.there() != null) {
      for (int i = 0; i < table.all().size(); i++) {
        if (!Objects.equals(pair.made().values().get(i), pair.there().values().get(i))) {
          columns.add(table.all().get(i));
        }
      }
    }
    return new Difference(pair.kind(), pair.key(keys()).texts(), columns);
  }

  // --- SQL -------------------------------------------------------------------------------------

  private int keys() {
    return table.key().size();
  }

  private String select() {
    return "select %s from %s".formatted(String.join(", ", table.all()), table.name());
  }

  private String matchingKey() {
    return table.key().stream().map("%s = ?"::formatted).collect(Collectors.joining(" and "));
  }

  private @Nullable ComparedRow find(Connection connection, ComparedRow key, String lock)
      throws SQLException {
    String sql = "%s where %s%s".formatted(select(), matchingKey(), lock);
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      key.bind(statement, 1);
      try (ResultSet found = statement.executeQuery()) {
        return next(found);
      }
    }
  }

  private Map<ComparedRow, ComparedRow> find(Connection connection, List<ComparedRow> keys)
      throws SQLException {
    String sql =
        "%s where (%s) in (%s)"
            .formatted(
                select(),
                String.join(", ", table.key()),
                String.join(", ", Collections.nCopies(keys.size(), oneKey())));
    Map<ComparedRow, ComparedRow> found = new HashMap<>();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      int parameter = 1;
      for (ComparedRow key : keys) {
        parameter = key.bind(statement, parameter);
      }
      try (ResultSet rows = statement.executeQuery()) {
        for (ComparedRow row = next(rows); row != null; row = next(rows)) {
          found.put(row.first(keys()), row);
        }
      }
    }
    return found;
  }

  private String oneKey() {
    return table.key().stream().map(column -> "?").collect(Collectors.joining(", ", "(", ")"));
  }

  private int update(Connection real, ComparedRow made) throws SQLException {
    String values =
        table.columns().stream().map("%s = ?"::formatted).collect(Collectors.joining(", "));
    String sql = "update %s set %s where %s".formatted(table.name(), values, matchingKey());
    try (PreparedStatement statement = real.prepareStatement(sql)) {
      made.first(keys()).bind(statement, made.after(keys()).bind(statement, 1));
      return statement.executeUpdate();
    }
  }

  /** The whole row, those columns too which are not compared. */
  private int insert(Connection made, Connection real, ComparedRow key) throws SQLException {
    String read = "select * from %s where %s".formatted(table.name(), matchingKey());
    try (PreparedStatement reading = made.prepareStatement(read)) {
      key.bind(reading, 1);
      try (ResultSet found = reading.executeQuery()) {
        ComparedRow row = next(found);
        if (row == null) {
          return 0;
        }
        List<String> columns = new ArrayList<>();
        for (int column = 1; column <= row.values().size(); column++) {
          columns.add(found.getMetaData().getColumnName(column));
        }
        String sql =
            "insert ignore into %s (%s) values (%s)"
                .formatted(
                    table.name(),
                    String.join(", ", columns),
                    columns.stream().map(column -> "?").collect(Collectors.joining(", ")));
        try (PreparedStatement statement = real.prepareStatement(sql)) {
          row.bind(statement, 1);
          return statement.executeUpdate();
        }
      }
    }
  }

  private static @Nullable ComparedRow next(ResultSet rows) throws SQLException {
    return rows.next() ? ComparedRow.read(rows) : null;
  }

  /** Row by row from the database, whatever the size of the table. */
  private static Statement streaming(Connection connection) throws SQLException {
    Statement statement =
        connection.createStatement(ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY);
    statement.setFetchSize(Integer.MIN_VALUE);
    return statement;
  }
}
