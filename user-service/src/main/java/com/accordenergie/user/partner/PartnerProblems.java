package com.accordenergie.user.partner;

import com.accordenergie.platform.problem.ProblemException;
import com.accordenergie.platform.problem.ProblemType;
import com.accordenergie.platform.problem.Problems;
import org.springframework.http.HttpStatus;

/** The refusals that only partners know. */
public final class PartnerProblems {

  static final ProblemType RETIRED =
      new ProblemType("partner-retired", HttpStatus.CONFLICT, "The partner was retired");

  static final ProblemType NOT_ACTIVE =
      new ProblemType("partner-not-active", HttpStatus.FORBIDDEN, "The partner is not served");

  private PartnerProblems() {}

  public static ProblemException retired() {
    return Problems.conflict(RETIRED, "It was retired for good: create another one.");
  }

  public static ProblemException notActive() {
    return new ProblemException(NOT_ACTIVE, "The partner is suspended or retired.");
  }
}
