package com.accordenergie.intervention;

import static org.awaitility.Awaitility.await;

import com.accordenergie.platform.id.Ids;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * All that the database holds of one intervention, to the last column, for tests of what must leave it
 * as it is. Until it is closed no event of the intervention leaves the outbox, so that whatever is
 * written there is still there to be seen.
 */
final class Stored implements AutoCloseable {

  private static final Map<String, String> TABLES = new LinkedHashMap<>();

  static {
    TABLES.put("intervention", "id = ?");
    TABLES.put("intervention_change", "intervention_id = ? order by version, field");
    TABLES.put("booked_interval", "intervention_id = ? order by slot_start");
    TABLES.put("search_word", "intervention_id = ? order by word");
    TABLES.put("outbox", "aggregate_id = ? order by sequence");
  }

  private final JdbcClient jdbc;
  private final byte[] id;

  Stored(JdbcClient jdbc, UUID id) {
    this.jdbc = jdbc;
    this.id = Ids.bytes(id);
    awaitEmptyOutbox();
    holdBack();
  }

  private void awaitEmptyOutbox() {
    await()
        .atMost(Duration.ofSeconds(15))
        .pollInterval(Duration.ofMillis(5))
        .until(() -> rows("outbox").isEmpty());
  }

  /** An earlier event that is not to leave: no later one of the same intervention overtakes it. */
  private void holdBack() {
    jdbc.sql(
            """
            insert into outbox
              (event_id, aggregate_id, sequence, routing_key, body, created_at, set_aside_until)
            values (?, ?, 0, 'test.hold', '', utc_timestamp(6), utc_timestamp(6) + interval 1 day)
            """)
        .params(Ids.bytes(Ids.next()), id)
        .update();
  }

  /** Table by table, row by row. */
  Map<String, List<Map<String, String>>> rows() {
    Map<String, List<Map<String, String>>> rows = new LinkedHashMap<>();
    TABLES.keySet().forEach(table -> rows.put(table, rows(table)));
    return rows;
  }

  private List<Map<String, String>> rows(String table) {
    return jdbc.sql("select * from " + table + " where " + TABLES.get(table))
        .param(id)
        .query()
        .listOfRows()
        .stream()
        .map(Stored::readable)
        .toList();
  }

  private static Map<String, String> readable(Map<String, Object> row) {
    Map<String, String> readable = new LinkedHashMap<>();
    row.forEach((column, value) -> readable.put(column, readable(value)));
    return readable;
  }

  private static String readable(@Nullable Object value) {
    return value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : String.valueOf(value);
  }

  @Override
  public void close() {
    jdbc.sql("delete from outbox where aggregate_id = ? and sequence = 0").param(id).update();
  }
}
