package com.accordenergie.comment;

import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lines up what happens to an intervention; entries are only ever added. */
@Component
public class ThreadEntries {

  public enum Kind {
    COMMENT,
    STATUS_CHANGE,
    ATTACHMENT
  }

  private final JdbcClient jdbc;

  ThreadEntries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public void add(
      UUID interventionId,
      Instant at,
      UUID id,
      Kind kind,
      Visibility visibility,
      UUID authorId) {
    jdbc.sql(
            """
            insert into thread_entry (intervention_id, occurred_at, id, kind, visibility, author_id)
            values (?, ?, ?, ?, ?, ?)
            """)
        .params(
            Columns.of(interventionId),
            Columns.of(at),
            Columns.of(id),
            kind.name(),
            visibility.name(),
            Columns.of(authorId))
        .update();
  }
}
