package com.accordenergie.intervention.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ListIndexesTest {

  private static final int MOST_OF_MYSQL = 64;

  @Test
  void theDatabaseHasTheIndexesThatTheTableNamesAndNoOther() {
    try (var database = new ListingDatabase()) {
      Map<String, List<String>> indexes =
          database
              .jdbc
              .sql(
                  """
                  select index_name as name, column_name as part from information_schema.statistics
                  where table_schema = ? and table_name = 'intervention'
                  order by index_name, seq_in_index
                  """)
              .param(database.schema)
              .query((row, number) -> Map.entry(row.getString("name"), row.getString("part")))
              .list()
              .stream()
              .collect(
                  Collectors.groupingBy(
                      Map.Entry::getKey,
                      TreeMap::new,
                      Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
      assertThat(indexes).hasSizeLessThan(MOST_OF_MYSQL);
      indexes.keySet().removeIf(name -> !name.startsWith("list_"));
      assertThat(indexes).isEqualTo(wanted());
    }
  }

  private static Map<String, List<String>> wanted() {
    return ListIndexes.all()
        .filter(index -> !index.indexName().equals("primary"))
        .collect(
            Collectors.toMap(
                ListIndex::indexName, ListIndexesTest::columns, (one, other) -> one, TreeMap::new));
  }

  private static List<String> columns(ListIndex index) {
    Stream<String> time =
        index.key() == SortKey.CREATED_AT ? Stream.of() : Stream.of(index.key().column());
    return Stream.concat(index.ordered().stream().map(Dimension::column), time).toList();
  }
}
