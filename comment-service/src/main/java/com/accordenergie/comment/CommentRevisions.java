package com.accordenergie.comment;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What comments said before they were changed. */
@Component
class CommentRevisions {

  private final JdbcClient jdbc;

  CommentRevisions(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void keep(UUID commentId, CommentRevision revision) {
    jdbc.sql("insert into comment_revision (comment_id, version, body, written_at) values (?, ?, ?, ?)")
        .params(
            Columns.of(commentId),
            revision.version(),
            revision.body(),
            Columns.of(revision.writtenAt()))
        .update();
  }

  /** The oldest ones after that version. */
  List<CommentRevision> after(UUID commentId, long version, int atMost) {
    return jdbc.sql(
            """
            select version, body, written_at
              from comment_revision
             where comment_id = ? and version > ?
             order by version
             limit ?
            """)
        .params(Columns.of(commentId), version, atMost)
        .query(
            (row, number) ->
                new CommentRevision(
                    row.getLong("version"),
                    row.getString("body"),
                    Columns.instant(row, "written_at")))
        .list();
  }
}
