package com.accordenergie.comment;

import com.accordenergie.platform.problem.ProblemType;
import org.springframework.http.HttpStatus;

/** The refusals that only this service knows. */
final class CommentProblems {

  static final ProblemType WINDOW_OVER =
      new ProblemType(
          "comment-window-over", HttpStatus.FORBIDDEN, "The comment can no longer be changed");

  static final ProblemType REMOVED =
      new ProblemType("comment-removed", HttpStatus.CONFLICT, "The comment was removed");

  private CommentProblems() {}
}
