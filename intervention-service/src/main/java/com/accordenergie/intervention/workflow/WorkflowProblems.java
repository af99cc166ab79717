package com.accordenergie.intervention.workflow;

import com.accordenergie.platform.problem.ProblemType;
import org.springframework.http.HttpStatus;

/** Why a change of the lists is refused. */
public final class WorkflowProblems {

  public static final ProblemType BROKEN =
      new ProblemType(
          "workflow-broken", HttpStatus.UNPROCESSABLE_CONTENT, "The workflow would be broken");
  public static final ProblemType IN_USE =
      new ProblemType("row-in-use", HttpStatus.CONFLICT, "It is in use: retire it instead");
  public static final ProblemType EXISTS =
      new ProblemType("row-exists", HttpStatus.CONFLICT, "It exists already");

  private WorkflowProblems() {}
}
