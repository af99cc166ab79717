package com.accordenergie.user.imports;

import com.accordenergie.platform.problem.ProblemException;
import com.accordenergie.platform.problem.ProblemType;
import org.springframework.http.HttpStatus;

/** Why a table is not taken. */
final class ImportProblems {

  static final ProblemType REFUSED =
      new ProblemType(
          "import-refused", HttpStatus.UNPROCESSABLE_CONTENT, "The table holds mistakes");

  private ImportProblems() {}

  static ProblemException refused(ImportResult result) {
    return new ProblemException(REFUSED, "Nothing was written: put the lines right first.")
        .with("lines", result.lines())
        .with("wrong", result.wrong())
        .with("errors", result.errors());
  }
}
