package com.accordenergie.comment;

import com.accordenergie.platform.problem.Problems;
import com.accordenergie.platform.web.Patch;

/** What an author may change of a comment: its body, and nothing else. */
record CommentPatch(Patch<String> body) {

  Patch<CommentBody> text() {
    if (body.isPresent() && body.value() == null) {
      throw Problems.invalid("#/body", "To take a comment back, delete it.");
    }
    return body.map(CommentBody::new);
  }
}
