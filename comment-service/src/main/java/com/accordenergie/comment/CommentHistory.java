package com.accordenergie.comment;

import com.accordenergie.platform.identity.Caller;
import com.accordenergie.platform.paging.Cursor;
import com.accordenergie.platform.paging.Page;
import com.accordenergie.platform.paging.PageRequest;
import com.accordenergie.platform.problem.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Everything a comment ever said, for its author and the admin; oldest first. */
@Component
class CommentHistory {

  private final Commenting commenting;
  private final CommentRevisions revisions;

  CommentHistory(Commenting commenting, CommentRevisions revisions) {
    this.commenting = commenting;
    this.revisions = revisions;
  }

  Page<CommentVersion> read(Caller caller, UUID commentId, PageRequest request) {
    Comment comment = commenting.visible(caller, commentId);
    comment.requireHistoryFor(caller);
    String context = "history of comment " + commentId;
    List<CommentVersion> rows = new ArrayList<>();
    long after = after(Cursor.decode(context, request.cursor()));
    revisions
        .after(commentId, after, request.limit() + 1)
        .forEach(revision -> rows.add(CommentVersion.of(revision)));
    long last = rows.isEmpty() ? after : rows.getLast().version();
    if (rows.size() <= request.limit() && comment.version() > last) {
      rows.add(comment.present());
    }
    return Page.of(rows, request, shown -> Cursor.encode(context, shown.version()));
  }

  private static long after(@Nullable Cursor cursor) {
    if (cursor == null) {
      return 0;
    }
    try {
      return Long.parseLong(cursor.text(0));
    } catch (NumberFormatException forged) {
      throw Problems.malformed("?cursor", "It is not a cursor of this list.");
    }
  }
}
