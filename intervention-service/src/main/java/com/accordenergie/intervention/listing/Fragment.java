package com.accordenergie.intervention.listing;

import com.accordenergie.platform.id.Ids;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A piece of SQL with the values for its question marks. */
final class Fragment {

  private final StringBuilder sql = new StringBuilder();
  private final List<Object> values = new ArrayList<>();

  Fragment add(String text, Object... more) {
    sql.append(text);
    for (Object value : more) {
      values.add(column(value));
    }
    return this;
  }

  Fragment add(Fragment other) {
    sql.append(other.sql);
    values.addAll(other.values);
    return this;
  }

  String sql() {
    return sql.toString();
  }

  List<Object> values() {
    return values;
  }

  /** As the columns keep it: BINARY(16), and UTC in DATETIME(6). */
  private static Object column(Object value) {
    return switch (value) {
      case UUID id -> Ids.bytes(id);
      case Instant time -> LocalDateTime.ofInstant(time, ZoneOffset.UTC);
      default -> value;
    };
  }
}
