package com.accordenergie.comment;

import com.accordenergie.platform.identity.Caller;
import com.accordenergie.platform.identity.Role;
import com.accordenergie.platform.paging.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The thread as a client reads it. Its statements select public entries only, and only the columns
 * that are a client's to read: nothing internal ever reaches this process's memory on their behalf.
 * It repeats some of {@link StaffThread} so that no change there can change what is told here.
 */
@Component
class ClientThread {

  // The index is named because the optimizer may prefer the primary key, and would then walk over
  // every internal comment of the thread: more work, and a difference that a clock could tell.
  static final String ENTRIES =
      """
      select t.id, t.intervention_id, t.occurred_at, t.kind, t.author_id,
             (select p.display_name from person p where p.id = t.author_id) as display_name,
             c.author_role, c.body, c.written_at, c.removed_at, c.changed_at, c.version,
             a.kind as attachment_kind, a.author_role as attached_by_role, a.caption, a.signer,
             a.taken_at, a.media_type, a.size, a.width, a.height,
             a.removed_at as detached_at, a.version as attachment_version,
             s.from_code, s.from_client_label, s.to_code, s.to_client_label, s.client_reason,
             s.changed_by_role
        from thread_entry t force index (thread_entry_for_clients)
        left join comment c
               on c.id = if(t.kind = 'COMMENT', t.id, null) and c.visibility = 'PUBLIC'
        left join attachment a
               on a.id = if(t.kind = 'ATTACHMENT', t.id, null) and a.visibility = 'PUBLIC'
        left join status_change s on s.id = if(t.kind = 'STATUS_CHANGE', t.id, null)
       where t.intervention_id = :intervention
         and t.visibility = 'PUBLIC'
      """;

  private static final String COMMENT =
      """
      select c.id, c.intervention_id, c.created_at as occurred_at, c.author_id,
             p.display_name,
             c.author_role, c.body, c.written_at, c.removed_at, c.changed_at, c.version
        from comment c
        left join person p on p.id = c.author_id
       where c.id = ?
         and c.visibility = 'PUBLIC'
      """;

  private final JdbcClient jdbc;

  ClientThread(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Page<ClientEntry> read(Caller reader, ThreadPage page, Instant now) {
    List<ClientEntry> rows =
        page.query(jdbc, ENTRIES).query((row, number) -> entry(row, reader, now)).list();
    return page.cut(rows, entry -> new ThreadPage.Position(entry.createdAt(), entry.id()));
  }

  Optional<ClientComment> comment(Caller reader, UUID id, Instant now) {
    return jdbc.sql(COMMENT)
        .param(Columns.of(id))
        .query((row, number) -> comment(row, reader, now))
        .optional();
  }

  private static ClientEntry entry(ResultSet row, Caller reader, Instant now) throws SQLException {
    return switch (ThreadEntries.Kind.valueOf(row.getString("kind"))) {
      case COMMENT -> comment(row, reader, now);
      case STATUS_CHANGE -> statusChange(row);
      case ATTACHMENT -> attachment(row, reader, now);
    };
  }

  private static ClientComment comment(ResultSet row, Caller reader, Instant now)
      throws SQLException {
    Instant createdAt = Columns.instant(row, "occurred_at");
    boolean mine = reader.is(Columns.uuid(row, "author_id"));
    boolean removed = row.getObject("removed_at") != null;
    return new ClientComment(
        Columns.uuid(row, "id"),
        Columns.uuid(row, "intervention_id"),
        createdAt,
        author(row, "author_role"),
        mine,
        row.getString("body"),
        Columns.instantOrNull(row, "written_at"),
        removed,
        Columns.instant(row, "changed_at"),
        mine && !removed ? ChangeWindow.openUntil(createdAt, now) : null,
        row.getLong("version"));
  }

  private static ClientAttachmentEntry attachment(ResultSet row, Caller reader, Instant now)
      throws SQLException {
    boolean removed = row.getObject("detached_at") != null;
    return new ClientAttachmentEntry(
        Columns.uuid(row, "id"),
        Columns.instant(row, "occurred_at"),
        author(row, "attached_by_role"),
        removed,
        removed ? null : ClientAttachment.of(row, reader, now));
  }

  private static ClientStatusChange statusChange(ResultSet row) throws SQLException {
    return new ClientStatusChange(
        Columns.uuid(row, "id"),
        Columns.instant(row, "occurred_at"),
        author(row, "changed_by_role"),
        new ClientStatusChange.Status(
            row.getString("from_code"), row.getString("from_client_label")),
        new ClientStatusChange.Status(row.getString("to_code"), row.getString("to_client_label")),
        row.getString("client_reason"));
  }

  private static ClientEntry.Author author(ResultSet row, String role) throws SQLException {
    return new ClientEntry.Author(Role.valueOf(row.getString(role)), row.getString("display_name"));
  }
}
