package com.accordenergie.comment.attachment;

import com.accordenergie.comment.Columns;
import com.accordenergie.platform.problem.Problems;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Enumeration;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The pictures' bytes. On their way out they are never held whole: five hundred slow readers, as many
 * as the gateway lets in, hold 32 MB.
 */
@Component
class PictureStore {

  private static final int PIECE = 64 * 1024;

  private final JdbcClient jdbc;

  PictureStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void keep(UUID attachmentId, Picture picture) {
    jdbc.sql("insert into attachment_content (attachment_id, content, thumbnail) values (?, ?, ?)")
        .params(Columns.of(attachmentId), picture.content(), picture.thumbnail())
        .update();
  }

  void forget(UUID attachmentId) {
    jdbc.sql("delete from attachment_content where attachment_id = ?")
        .param(Columns.of(attachmentId))
        .update();
  }

  byte[] thumbnail(UUID attachmentId) {
    return jdbc.sql("select thumbnail from attachment_content where attachment_id = ?")
        .param(Columns.of(attachmentId))
        .query((row, number) -> row.getBytes(1))
        .optional()
        .orElseThrow(Problems::notFound);
  }

  /** Reads the picture piece by piece, each in a statement of its own. */
  InputStream content(UUID attachmentId, int size) {
    return new SequenceInputStream(
        new Enumeration<>() {
          private int next;

          @Override
          public boolean hasMoreElements() {
            return next < size;
          }

          @Override
          public InputStream nextElement() {
            byte[] piece = piece(attachmentId, next);
            next += PIECE;
            return new ByteArrayInputStream(piece);
          }
        });
  }

  private byte[] piece(UUID attachmentId, int start) {
    return jdbc.sql("select substring(content, ?, ?) from attachment_content where attachment_id = ?")
        .params(start + 1, PIECE, Columns.of(attachmentId))
        .query((row, number) -> row.getBytes(1))
        .optional()
        .orElseThrow(Problems::notFound);
  }
}
