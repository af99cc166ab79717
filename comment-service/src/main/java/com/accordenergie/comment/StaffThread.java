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
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The thread as staff read it: all of it. One statement for a page, one for a comment. */
@Component
class StaffThread {

  // The index is named because its order is the page's order: while the tables are small the
  // optimizer would rather read and sort a whole thread.
  static final String ENTRIES =
      """
      select t.id, t.intervention_id, t.occurred_at, t.kind, t.visibility, t.author_id,
             (select p.display_name from person p where p.id = t.author_id) as display_name,
             c.author_role, c.body, c.written_at, c.removed_at, c.changed_at, c.version,
             a.kind as attachment_kind, a.author_role as attached_by_role, a.caption, a.signer,
             a.taken_at, a.media_type, a.size, a.width, a.height,
             a.removed_at as detached_at, a.version as attachment_version,
             s.from_code, s.from_label, s.to_code, s.to_label, s.reason, s.changed_by_role
        from thread_entry t force index (primary)
        left join comment c on c.id = if(t.kind = 'COMMENT', t.id, null)
        left join attachment a on a.id = if(t.kind = 'ATTACHMENT', t.id, null)
        left join status_change s on s.id = if(t.kind = 'STATUS_CHANGE', t.id, null)
       where t.intervention_id = :intervention
      """;

  private static final String COMMENT =
      """
      select c.id, c.intervention_id, c.created_at as occurred_at, c.visibility, c.author_id,
             p.display_name,
             c.author_role, c.body, c.written_at, c.removed_at, c.changed_at, c.version
        from comment c
        left join person p on p.id = c.author_id
       where c.id = ?
      """;

  private final JdbcClient jdbc;

  StaffThread(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Page<StaffEntry> read(Caller reader, ThreadPage page, Instant now) {
    List<StaffEntry> rows =
        page.query(jdbc, ENTRIES).query((row, number) -> entry(row, reader, now)).list();
    return page.cut(rows, entry -> new ThreadPage.Position(entry.createdAt(), entry.id()));
  }

  Optional<StaffComment> comment(Caller reader, UUID id, Instant now) {
    return jdbc.sql(COMMENT)
        .param(Columns.of(id))
        .query((row, number) -> comment(row, reader, now))
        .optional();
  }

  private static StaffEntry entry(ResultSet row, Caller reader, Instant now) throws SQLException {
    return switch (ThreadEntries.Kind.valueOf(row.getString("kind"))) {
      case COMMENT -> comment(row, reader, now);
      case STATUS_CHANGE -> statusChange(row);
      case ATTACHMENT -> attachment(row, reader, now);
    };
  }

  private static StaffComment comment(ResultSet row, Caller reader, Instant now)
      throws SQLException {
    Instant createdAt = Columns.instant(row, "occurred_at");
    boolean mine = reader.is(Columns.uuid(row, "author_id"));
    boolean removed = row.getObject("removed_at") != null;
    return new StaffComment(
        Columns.uuid(row, "id"),
        Columns.uuid(row, "intervention_id"),
        createdAt,
        author(row, "author_role"),
        mine,
        Visibility.valueOf(row.getString("visibility")),
        row.getString("body"),
        Columns.instantOrNull(row, "written_at"),
        removed,
        Columns.instant(row, "changed_at"),
        mine && !removed ? ChangeWindow.openUntil(createdAt, now) : null,
        row.getLong("version"));
  }

  private static StaffAttachmentEntry attachment(ResultSet row, Caller reader, Instant now)
      throws SQLException {
    boolean removed = row.getObject("detached_at") != null;
    return new StaffAttachmentEntry(
        Columns.uuid(row, "id"),
        Columns.instant(row, "occurred_at"),
        author(row, "attached_by_role"),
        Visibility.valueOf(row.getString("visibility")),
        removed,
        removed ? null : StaffAttachment.of(row, reader, now));
  }

  private static StaffStatusChange statusChange(ResultSet row) throws SQLException {
    return new StaffStatusChange(
        Columns.uuid(row, "id"),
        Columns.instant(row, "occurred_at"),
        author(row, "changed_by_role"),
        new StaffStatusChange.Status(row.getString("from_code"), row.getString("from_label")),
        new StaffStatusChange.Status(row.getString("to_code"), row.getString("to_label")),
        row.getString("reason"));
  }

  private static StaffEntry.Author author(ResultSet row, String role) throws SQLException {
    @Nullable String name = row.getString("display_name");
    return new StaffEntry.Author(
        Columns.uuid(row, "author_id"), Role.valueOf(row.getString(role)), name);
  }
}
