package com.accordenergie.platform.problem;

import java.util.Locale;
import org.springframework.http.HttpStatus;

/** The type of a refusal of which only the status is known. */
final class StatusProblems {

  private StatusProblems() {}

  static ProblemType typeOf(HttpStatus status) {
    return switch (status) {
      case BAD_REQUEST -> ProblemType.MALFORMED;
      case UNAUTHORIZED -> ProblemType.UNAUTHENTICATED;
      case FORBIDDEN -> ProblemType.FORBIDDEN;
      case NOT_FOUND -> ProblemType.NOT_FOUND;
      case CONTENT_TOO_LARGE -> ProblemType.TOO_LARGE;
      case TOO_MANY_REQUESTS -> ProblemType.TOO_MANY_REQUESTS;
      case SERVICE_UNAVAILABLE -> ProblemType.UNAVAILABLE;
      case INTERNAL_SERVER_ERROR -> ProblemType.INTERNAL;
      default ->
          new ProblemType(
              status.getReasonPhrase().toLowerCase(Locale.ROOT).replace(' ', '-'),
              status,
              status.getReasonPhrase());
    };
  }
}
