package com.accordenergie.intervention.work;

import com.accordenergie.platform.problem.ProblemException;

/** What a rule says. */
sealed interface Verdict {

  record Allowed() implements Verdict {}

  /**
   * @param reason what the caller is told
   */
  record Rejected(ProblemException reason) implements Verdict {}

  static Verdict allowed() {
    return new Allowed();
  }

  static Verdict rejected(ProblemException reason) {
    return new Rejected(reason);
  }
}
