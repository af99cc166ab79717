package com.accordenergie.intervention.volume;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Takes the secondary indexes that a load would fill at random out of the way, and builds them again
 * afterwards, sorted. Lists name their index, so they fail meanwhile. What was taken away is written
 * down first: a run that was cut off is made good by the next one.
 */
final class SetAsideIndexes {

  private static final int INDEXES_AT_ONCE = 17;

  private final Connection connection;
  private final String schema;

  SetAsideIndexes(Connection connection, Schemas schemas) {
    this.connection = connection;
    this.schema = schemas.intervention();
  }

  /** The two that foreign keys need stay; both grow at their ends only. */
  void setAside() throws SQLException {
    Map<String, Map<String, List<String>>> indexes = find();
    execute(
        "create table if not exists %s.volume_index (table_name varchar(64) not null,"
            + " index_name varchar(64) not null, parts varchar(200) not null,"
            + " primary key (table_name, index_name))");
    for (var table : indexes.entrySet()) {
      for (var index : table.getValue().entrySet()) {
        execute(
            "insert ignore into %s.volume_index values ('"
                + table.getKey() + "', '" + index.getKey() + "', '"
                + String.join(", ", index.getValue()) + "')");
      }
      connection.commit();
      List<String> drops =
          table.getValue().keySet().stream().map(index -> "drop index " + index).toList();
      if (!drops.isEmpty()) {
        execute("alter table %s." + table.getKey() + " " + String.join(", ", drops));
      }
    }
  }

  private Map<String, Map<String, List<String>>> find() throws SQLException {
    Map<String, Map<String, List<String>>> found = new LinkedHashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                """
                select table_name, index_name, column_name from information_schema.statistics
                where table_schema = '%s'
                  and (index_name like 'list\\_%%' and table_name = 'intervention'
                    or index_name like 'search\\_word\\_%%' and table_name = 'search_word')
                  and index_name not in ('list_status_created', 'list_urgency_created')
                order by table_name, index_name, seq_in_index
                """
                    .formatted(schema))) {
      while (row.next()) {
        found
            .computeIfAbsent(row.getString(1), table -> new LinkedHashMap<>())
            .computeIfAbsent(row.getString(2), index -> new ArrayList<>())
            .add(row.getString(3));
      }
    }
    return found;
  }

  /** Builds whatever was set aside, by this run or by one that did not end; how many that was. */
  int restore() throws SQLException {
    Map<String, Map<String, List<String>>> missing = writtenDown();
    find().forEach(
        (table, present) ->
            missing.getOrDefault(table, Map.of()).keySet().removeAll(present.keySet()));
    int built = 0;
    for (var table : missing.entrySet()) {
      List<String> adds =
          table.getValue().entrySet().stream()
              .map(index -> "add key " + index.getKey() + " (" + index.getValue().getFirst() + ")")
              .toList();
      for (int from = 0; from < adds.size(); from += INDEXES_AT_ONCE) {
        List<String> group = adds.subList(from, Math.min(from + INDEXES_AT_ONCE, adds.size()));
        execute("alter table %s." + table.getKey() + " " + String.join(", ", group));
        built += group.size();
      }
    }
    execute("drop table if exists %s.volume_index");
    return built;
  }

  private Map<String, Map<String, List<String>>> writtenDown() throws SQLException {
    Map<String, Map<String, List<String>>> indexes = new LinkedHashMap<>();
    try (Statement statement = connection.createStatement()) {
      ResultSet exists =
          statement.executeQuery(
              "select 1 from information_schema.tables where table_schema = '"
                  + schema + "' and table_name = 'volume_index'");
      if (!exists.next()) {
        return indexes;
      }
      ResultSet row =
          statement.executeQuery("select table_name, index_name, parts from " + schema + ".volume_index");
      while (row.next()) {
        indexes
            .computeIfAbsent(row.getString(1), table -> new LinkedHashMap<>())
            .put(row.getString(2), List.of(row.getString(3)));
      }
    }
    return indexes;
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql.formatted(schema));
    }
  }
}
