package com.accordenergie.comment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One step in the life of a comment.
 *
 * @param body what it said from then on, null once it was removed
 * @param changedAt since when
 */
record CommentVersion(long version, Action action, @Nullable String body, Instant changedAt) {

  enum Action {
    ADDED,
    EDITED,
    REMOVED
  }

  static CommentVersion of(CommentRevision revision) {
    return saying(revision.version(), revision.body(), revision.writtenAt());
  }

  static CommentVersion saying(long version, String body, Instant writtenAt) {
    return new CommentVersion(
        version, version == 1 ? Action.ADDED : Action.EDITED, body, writtenAt);
  }

  static CommentVersion removed(long version, Instant at) {
    return new CommentVersion(version, Action.REMOVED, null, at);
  }
}
