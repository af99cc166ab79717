package com.accordenergie.comment.attachment;

import com.accordenergie.comment.AttachmentView;
import com.accordenergie.comment.Columns;
import com.accordenergie.platform.id.Ids;
import com.accordenergie.platform.paging.Cursor;
import com.accordenergie.platform.paging.Page;
import com.accordenergie.platform.paging.PageRequest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Which part of an intervention's attachments is asked for; the oldest come first, as ids do. */
record AttachmentPage(UUID interventionId, PageRequest request, UUID after) {

  private static final UUID FIRST = Ids.floor(Instant.EPOCH);

  static AttachmentPage of(UUID interventionId, PageRequest request) {
    Cursor cursor = Cursor.decode(context(interventionId), request.cursor());
    return new AttachmentPage(interventionId, request, cursor == null ? FIRST : cursor.uuid(0));
  }

  private static String context(UUID interventionId) {
    return "attachments of " + interventionId;
  }

  /** One more than the page holds, which tells whether there is another page. */
  StatementSpec query(JdbcClient jdbc, String attachments) {
    return jdbc.sql(attachments)
        .param("intervention", Columns.of(interventionId))
        .param("after", Columns.of(after))
        .param("rows", request.limit() + 1);
  }

  <T extends AttachmentView> Page<T> cut(List<T> rows) {
    return Page.of(rows, request, last -> Cursor.encode(context(interventionId), last.id()));
  }
}
