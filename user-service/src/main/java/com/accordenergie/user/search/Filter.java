package com.accordenergie.user.search;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The columns that have to have a certain value. Their order is that of the index which serves them:
 * filtering by {@code role} and {@code active} uses {@code person_role_active_name}.
 */
public final class Filter {

  private final Map<String, Object> values = new LinkedHashMap<>();
  private final StringBuilder columns = new StringBuilder();

  /** No matter which value, when there is none. */
  public Filter and(String column, String name, @Nullable Object value) {
    if (value != null) {
      values.put(column, value);
      columns.append('_').append(name);
    }
    return this;
  }

  public Filter and(String column, @Nullable Object value) {
    return and(column, column, value);
  }

  /** The index of the table that has the filtered columns first and the sorted one next. */
  public String index(String table, String sortedBy) {
    return table + columns + "_" + sortedBy;
  }

  /** As conditions on the table's alias, each followed by {@code and}. */
  public String conditions(String alias) {
    return values.keySet().stream()
        .map(column -> alias + "." + column + " = :" + column + " and ")
        .collect(Collectors.joining());
  }

  public Map<String, Object> parameters() {
    return values;
  }
}
