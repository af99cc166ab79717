package com.accordenergie.user.client;

import com.accordenergie.platform.problem.ProblemException;
import com.accordenergie.platform.problem.ProblemType;
import com.accordenergie.platform.problem.Problems;
import org.springframework.http.HttpStatus;

/** The refusals that only clients know. */
public final class ClientProblems {

  static final ProblemType IN_USE =
      new ProblemType("client-in-use", HttpStatus.CONFLICT, "The client is still needed");

  static final ProblemType RETIRED =
      new ProblemType("client-retired", HttpStatus.CONFLICT, "The client was retired");

  private ClientProblems() {}

  static ProblemException inUse() {
    return Problems.conflict(IN_USE, "Somebody can still log in for it: deactivate its users first.");
  }

  public static ProblemException retired() {
    return Problems.conflict(RETIRED, "Take it back first: nothing is added to a retired client.");
  }
}
