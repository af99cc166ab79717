package com.accordenergie.intervention.document;

import com.accordenergie.platform.problem.ProblemType;
import org.springframework.http.HttpStatus;

/** Why there is nothing to take along. */
final class DocumentProblems {

  static final ProblemType NO_REPORT_YET =
      new ProblemType("no-report-yet", HttpStatus.CONFLICT, "There is no report yet");
  static final ProblemType NO_APPOINTMENT =
      new ProblemType("no-appointment", HttpStatus.CONFLICT, "No appointment is planned");

  private DocumentProblems() {}
}
