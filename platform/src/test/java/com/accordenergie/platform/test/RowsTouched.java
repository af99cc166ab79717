package com.accordenergie.platform.test;

import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Counts the rows that a query makes the database look at, found or not. */
public final class RowsTouched {

  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;

  RowsTouched(JdbcTemplate jdbc, TransactionTemplate transaction) {
    this.jdbc = jdbc;
    this.transaction = transaction;
  }

  /** In one transaction, because the database counts for each connection. */
  public long by(Runnable action) {
    return Objects.requireNonNull(
        transaction.execute(
            status -> {
              long counting = soFar();
              long before = soFar();
              action.run();
              return soFar() - before - (before - counting);
            }));
  }

  /** Without the first and the last of an index: InnoDB finds them by key, and counts that as well. */
  private long soFar() {
    return jdbc
        .query(
            "show session status where variable_name like 'Handler_read%'"
                + " and variable_name not in ('Handler_read_first', 'Handler_read_last')",
            (row, number) -> Long.parseLong(row.getString(2)))
        .stream()
        .mapToLong(Long::longValue)
        .sum();
  }
}
