package com.accordenergie.platform.messaging;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a rebuilding found.
 *
 * @param events how many the log had for it
 * @param skipped how many of them could not be handled
 * @param failure why it came to no end
 */
record ProjectionReport(
    String queue,
    State state,
    boolean repair,
    Instant startedAt,
    @Nullable Instant finishedAt,
    long events,
    long skipped,
    List<TableReport> tables,
    @Nullable String failure) {

  enum State {
    RUNNING,
    DONE,
    FAILED
  }

  /**
   * @param rows how many the events make
   * @param missing rows that the events make and that are not there
   * @param different rows that are not as the events make them
   * @param extra rows that no event in the log makes: they are never touched, for what they came from
   *     may be older than the log
   * @param repaired how many of the missing and the different ones were put right
   * @param examples some of them
   */
  record TableReport(
      String table,
      long rows,
      long missing,
      long different,
      long extra,
      long repaired,
      List<Difference> examples) {}

  /**
   * @param key the row's primary key
   * @param columns which of its columns differ; empty when the whole row is missing or extra
   */
  record Difference(String kind, List<String> key, List<String> columns) {}

  static ProjectionReport started(String queue, boolean repair, Instant now) {
    return new ProjectionReport(
        queue, State.RUNNING, repair, now, null, 0, 0, List.of(), null);
  }

  ProjectionReport done(Instant now, long events, long skipped, List<TableReport> tables) {
    return new ProjectionReport(
        queue, State.DONE, repair, startedAt, now, events, skipped, tables, null);
  }

  ProjectionReport failed(Instant now, String reason) {
    return new ProjectionReport(
        queue, State.FAILED, repair, startedAt, now, events, skipped, tables, reason);
  }
}
