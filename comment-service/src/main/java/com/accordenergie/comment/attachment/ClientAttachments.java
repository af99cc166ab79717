package com.accordenergie.comment.attachment;

import com.accordenergie.comment.ClientAttachment;
import com.accordenergie.comment.Columns;
import com.accordenergie.platform.identity.Caller;
import com.accordenergie.platform.paging.Page;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The attachments as a client reads them: the public ones, and only the columns that are a client's to
 * read. It repeats some of {@link StaffAttachments} so that no change there can change what is told
 * here.
 */
@Component
class ClientAttachments {

  private static final String COLUMNS =
      """
      select a.id, a.intervention_id, a.created_at as occurred_at, a.author_id,
             (select p.display_name from person p where p.id = a.author_id) as display_name,
             a.kind as attachment_kind, a.author_role as attached_by_role, a.caption, a.signer,
             a.taken_at, a.media_type, a.size, a.width, a.height, a.version as attachment_version
        from attachment a
      """;

  // The index keeps internal attachments from being walked over: a clock could tell them.
  static final String PAGE =
      COLUMNS
          + """
            force index (attachment_for_clients)
            where a.intervention_id = :intervention
              and a.visibility = 'PUBLIC'
              and a.id > :after
              and a.removed_at is null
            order by a.id
            limit :rows
            """;

  private static final String ONE =
      COLUMNS + " where a.id = ? and a.visibility = 'PUBLIC' and a.removed_at is null";

  private final JdbcClient jdbc;

  ClientAttachments(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Page<ClientAttachment> read(Caller reader, AttachmentPage page, Instant now) {
    return page.cut(
        page.query(jdbc, PAGE)
            .query((row, number) -> ClientAttachment.of(row, reader, now))
            .list());
  }

  Optional<ClientAttachment> find(Caller reader, UUID id, Instant now) {
    return jdbc.sql(ONE)
        .param(Columns.of(id))
        .query((row, number) -> ClientAttachment.of(row, reader, now))
        .optional();
  }
}
