package com.accordenergie.user.person;

import com.accordenergie.platform.problem.ProblemException;
import com.accordenergie.platform.problem.ProblemType;
import com.accordenergie.platform.problem.Problems;
import org.springframework.http.HttpStatus;

/** The refusals that only people know. */
final class PersonProblems {

  static final ProblemType OWN_ACCOUNT =
      new ProblemType("own-account", HttpStatus.CONFLICT, "Nobody locks themselves out");

  static final ProblemType LAST_ADMIN =
      new ProblemType("last-admin", HttpStatus.CONFLICT, "Somebody has to remain");

  private PersonProblems() {}

  static ProblemException ownAccount() {
    return Problems.conflict(OWN_ACCOUNT, "Another admin can take your rights away, you cannot.");
  }

  static ProblemException lastAdmin() {
    return Problems.conflict(LAST_ADMIN, "There is no other active admin.");
  }
}
