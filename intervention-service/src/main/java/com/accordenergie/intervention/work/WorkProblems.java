package com.accordenergie.intervention.work;

import com.accordenergie.platform.problem.ProblemType;
import org.springframework.http.HttpStatus;

/** Why something cannot be done with an intervention now. */
final class WorkProblems {

  static final ProblemType TRANSITION_NOT_ALLOWED =
      new ProblemType(
          "transition-not-allowed", HttpStatus.CONFLICT, "The workflow has no such way from here");
  static final ProblemType SLOT_TAKEN =
      new ProblemType("slot-taken", HttpStatus.CONFLICT, "The technician is taken at that time");
  static final ProblemType NOT_IN_THIS_STATUS =
      new ProblemType(
          "not-in-this-status", HttpStatus.CONFLICT, "This cannot be changed in this status");

  private WorkProblems() {}
}
