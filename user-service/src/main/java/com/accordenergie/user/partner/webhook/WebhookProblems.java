package com.accordenergie.user.partner.webhook;

import com.accordenergie.platform.problem.ProblemException;
import com.accordenergie.platform.problem.ProblemType;
import com.accordenergie.platform.problem.Problems;
import org.springframework.http.HttpStatus;

/** The refusals that only webhooks know. */
final class WebhookProblems {

  private static final ProblemType TOO_MANY =
      new ProblemType("too-many-webhooks", HttpStatus.CONFLICT, "The partner has enough webhooks");

  private WebhookProblems() {}

  static ProblemException tooMany(int most) {
    return Problems.conflict(TOO_MANY, "A partner has " + most + " webhooks at most: delete one.");
  }
}
