package com.accordenergie.comment.attachment;

import com.accordenergie.comment.Columns;
import com.accordenergie.comment.StaffAttachment;
import com.accordenergie.platform.identity.Caller;
import com.accordenergie.platform.paging.Page;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The attachments as staff read them: all of them. */
@Component
class StaffAttachments {

  private static final String COLUMNS =
      """
      select a.id, a.intervention_id, a.created_at as occurred_at, a.visibility, a.author_id,
             (select p.display_name from person p where p.id = a.author_id) as display_name,
             a.kind as attachment_kind, a.author_role as attached_by_role, a.caption, a.signer,
             a.taken_at, a.media_type, a.size, a.width, a.height, a.version as attachment_version
        from attachment a
      """;

  static final String PAGE =
      COLUMNS
          + """
            force index (attachment_for_staff)
            where a.intervention_id = :intervention
              and a.id > :after
              and a.removed_at is null
            order by a.id
            limit :rows
            """;

  private static final String ONE = COLUMNS + " where a.id = ? and a.removed_at is null";

  private final JdbcClient jdbc;

  StaffAttachments(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Page<StaffAttachment> read(Caller reader, AttachmentPage page, Instant now) {
    return page.cut(
        page.query(jdbc, PAGE)
            .query((row, number) -> StaffAttachment.of(row, reader, now))
            .list());
  }

  Optional<StaffAttachment> find(Caller reader, UUID id, Instant now) {
    return jdbc.sql(ONE)
        .param(Columns.of(id))
        .query((row, number) -> StaffAttachment.of(row, reader, now))
        .optional();
  }
}
