package com.accordenergie.comment.attachment;

import com.accordenergie.platform.problem.ProblemException;
import com.accordenergie.platform.problem.ProblemType;
import com.accordenergie.platform.problem.Violation;
import java.util.List;
import org.springframework.http.HttpStatus;

/** The refusals that only attachments know. */
final class AttachmentProblems {

  static final ProblemType UNUSABLE_IMAGE =
      new ProblemType(
          "unusable-image", HttpStatus.UNPROCESSABLE_CONTENT, "The file is not a usable picture");

  static final ProblemType WINDOW_OVER =
      new ProblemType(
          "attachment-window-over", HttpStatus.FORBIDDEN, "The attachment can no longer be removed");

  private AttachmentProblems() {}

  static ProblemException unusable(String detail) {
    return new ProblemException(UNUSABLE_IMAGE, detail)
        .withErrors(List.of(new Violation("#/file", detail)));
  }
}
