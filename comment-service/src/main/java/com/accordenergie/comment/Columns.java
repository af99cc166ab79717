package com.accordenergie.comment;

import com.accordenergie.platform.id.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How ids and times stand in the tables. */
public final class Columns {

  private Columns() {}

  public static byte @Nullable [] of(@Nullable UUID id) {
    return id == null ? null : Ids.bytes(id);
  }

  /** Times are UTC in DATETIME columns, whatever zone the session has. */
  public static LocalDateTime of(Instant time) {
    return LocalDateTime.ofInstant(time, ZoneOffset.UTC);
  }

  public static UUID uuid(ResultSet row, String column) throws SQLException {
    return Ids.uuid(row.getBytes(column));
  }

  public static @Nullable UUID uuidOrNull(ResultSet row, String column) throws SQLException {
    byte[] bytes = row.getBytes(column);
    return bytes == null ? null : Ids.uuid(bytes);
  }

  public static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
  }

  public static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
    return row.getObject(column) == null ? null : instant(row, column);
  }
}
