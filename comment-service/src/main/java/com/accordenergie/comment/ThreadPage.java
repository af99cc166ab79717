package com.accordenergie.comment;

import com.accordenergie.platform.paging.Cursor;
import com.accordenergie.platform.paging.Page;
import com.accordenergie.platform.paging.PageRequest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * Which part of which thread is asked for. A position names the last entry that its reader has seen
 * and nothing else, so that it tells a client nothing of what lies between.
 */
record ThreadPage(UUID interventionId, ThreadOrder order, PageRequest request, @Nullable Position from) {

  record Position(Instant at, UUID id) {}

  static ThreadPage of(UUID interventionId, ThreadOrder order, PageRequest request) {
    Cursor cursor = Cursor.decode(context(interventionId, order), request.cursor());
    return new ThreadPage(
        interventionId, order, request, cursor == null ? null : position(cursor));
  }

  private static Position position(Cursor cursor) {
    return new Position(cursor.instant(0), cursor.uuid(1));
  }

  private static String context(UUID interventionId, ThreadOrder order) {
    return "comments of " + interventionId + " by " + order.key();
  }

  /** One entry more than the page holds, which tells whether there is another page. */
  StatementSpec query(JdbcClient jdbc, String entries) {
    String sql =
        entries + (from == null ? "" : order.after() + "\n") + order.orderBy() + "\nlimit :rows";
    StatementSpec query =
        jdbc.sql(sql)
            .param("intervention", Columns.of(interventionId))
            .param("rows", request.limit() + 1);
    return from == null
        ? query
        : query.param("at", Columns.of(from.at())).param("id", Columns.of(from.id()));
  }

  <T> Page<T> cut(List<T> rows, Function<T, Position> positionOf) {
    return Page.of(
        rows,
        request,
        last -> {
          Position position = positionOf.apply(last);
          return Cursor.encode(context(interventionId, order), position.at(), position.id());
        });
  }
}
