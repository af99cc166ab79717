package com.accordenergie.user.imports;

import com.accordenergie.platform.problem.ProblemException;
import com.accordenergie.platform.problem.ProblemType;
import com.accordenergie.platform.problem.Problems;
import org.springframework.http.HttpStatus;

/** Why a table is not taken. */
final class ImportProblems {

  static final ProblemType REFUSED =
      new ProblemType(
          "import-refused", HttpStatus.UNPROCESSABLE_CONTENT, "The table holds mistakes");

  private ImportProblems() {}

  /** The table as a whole: 400, with the mistake as `code`. */
  static ProblemException unreadable(Mistake mistake, String detail) {
    return Problems.malformed("#", detail).with("code", mistake);
  }

  /** 422, with the mistake as `code`. */
  static ProblemException tooLong(int mostLines) {
    return Problems.invalid("#", "A table has at most " + mostLines + " lines: part it.")
        .with("code", Mistake.TOO_MANY_LINES);
  }

  static ProblemException refused(ImportResult result) {
    return new ProblemException(REFUSED, "Nothing was written: put the lines right first.")
        .with("lines", result.lines())
        .with("wrong", result.wrong())
        .with("errors", result.errors());
  }
}
