package com.accordenergie.comment;

import com.accordenergie.platform.problem.Problems;

/** What a comment says: something, in at most 4000 characters, kept as it was typed. */
public record CommentBody(String text) {

  static final int MAX_LENGTH = 4000;

  public CommentBody {
    if (text.codePoints().allMatch(CommentBody::isBlank)) {
      throw Problems.invalid("#/body", "A comment says something.");
    }
    if (text.length() > MAX_LENGTH) {
      throw Problems.invalid("#/body", "A comment has at most " + MAX_LENGTH + " characters.");
    }
  }

  private static boolean isBlank(int character) {
    return Character.isWhitespace(character) || Character.isSpaceChar(character);
  }
}
