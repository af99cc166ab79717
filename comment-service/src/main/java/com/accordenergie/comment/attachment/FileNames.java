package com.accordenergie.comment.attachment;

import com.accordenergie.comment.AttachmentKind;
import com.accordenergie.comment.Columns;
import com.accordenergie.comment.Visibility;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The name under which a picture is saved: {@code INT-2026-000123-photo-2.jpg}. It is counted among
 * those of its kind and visibility, so that a client cannot tell how many they are not shown.
 */
@Component
class FileNames {

  private final JdbcClient jdbc;

  FileNames(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  String of(Attachment attachment) {
    return jdbc.sql(
            """
            select (select reference from intervention where id = :intervention) as reference,
                   count(*) as position
              from attachment force index (attachment_for_clients)
             where intervention_id = :intervention
               and visibility = :visibility
               and kind = :kind
               and id <= :id
            """)
        .param("intervention", Columns.of(attachment.interventionId()))
        .param("visibility", attachment.visibility().name())
        .param("kind", attachment.kind().name())
        .param("id", Columns.of(attachment.id()))
        .query((row, number) -> name(attachment, row))
        .single();
  }

  /** The reference is missing as long as the event that tells it is on its way. */
  private static String name(Attachment attachment, ResultSet row) throws SQLException {
    @Nullable String reference = row.getString("reference");
    return (reference == null ? "" : reference + "-")
        + word(attachment)
        + "-"
        + row.getInt("position")
        + (attachment.mediaType().equals("image/png") ? ".png" : ".jpg");
  }

  private static String word(Attachment attachment) {
    if (attachment.kind() == AttachmentKind.SIGNATURE) {
      return "signature";
    }
    return attachment.visibility() == Visibility.INTERNAL ? "photo-interne" : "photo";
  }
}
