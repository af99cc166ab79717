package com.accordenergie.platform.messaging;

import java.nio.ByteBuffer;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row, or the key of one.
 *
 * @param values as the driver gives them, but for bytes, which are wrapped so that they compare
 */
record ComparedRow(List<@Nullable Object> values) {

  static ComparedRow read(ResultSet row) throws SQLException {
    List<@Nullable Object> values = new ArrayList<>();
    for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
      Object value = row.getObject(column);
      values.add(value instanceof byte[] bytes ? ByteBuffer.wrap(bytes) : value);
    }
    return new ComparedRow(values);
  }

  ComparedRow first(int columns) {
    return new ComparedRow(values.subList(0, columns));
  }

  ComparedRow after(int columns) {
    return new ComparedRow(values.subList(columns, values.size()));
  }

  long number(int column) {
    return values.get(column) instanceof Number number ? number.longValue() : 0;
  }

  /** Returns the number of the next parameter. */
  int bind(PreparedStatement statement, int from) throws SQLException {
    int parameter = from;
    for (Object value : values) {
      statement.setObject(parameter++, value instanceof ByteBuffer bytes ? bytes.array() : value);
    }
    return parameter;
  }

  /** In the order in which the database sorts keys of ids and times. */
  static int compareKeys(ComparedRow one, ComparedRow other, int columns) {
    for (int i = 0; i < columns; i++) {
      int order = compare(one.values.get(i), other.values.get(i));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static int compare(@Nullable Object one, @Nullable Object other) {
    if (one instanceof ByteBuffer bytes && other instanceof ByteBuffer others) {
      return Arrays.compareUnsigned(bytes.array(), others.array());
    }
    if (one instanceof Comparable comparable && other != null) {
      return comparable.compareTo(other);
    }
    throw new IllegalStateException("not a key: " + one + ", " + other);
  }

  List<String> texts() {
    return values.stream()
        .map(
            value ->
                value instanceof ByteBuffer bytes
                    ? HexFormat.of().formatHex(bytes.array())
                    : String.valueOf(value))
        .toList();
  }
}
