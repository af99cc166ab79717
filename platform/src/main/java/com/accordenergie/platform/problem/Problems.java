package com.accordenergie.platform.problem;

import java.util.List;
import org.springframework.http.HttpHeaders;
import tools.jackson.core.JacksonException;

/** The refusals every service knows. */
public final class Problems {

  private Problems() {}

  /** 404. Says the same for what does not exist and for what the caller may not see. */
  public static ProblemException notFound() {
    return new ProblemException(
        ProblemType.NOT_FOUND, "It does not exist, or it is not yours to see.");
  }

  /** 401, for somebody who has a good token and is no longer let in (RFC 6750, section 3.1). */
  public static ProblemException loggedOut() {
    return new ProblemException(ProblemType.UNAUTHENTICATED, "Log in and try again.")
        .withHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
  }

  /** 403. */
  public static ProblemException forbidden(String detail) {
    return new ProblemException(ProblemType.FORBIDDEN, detail);
  }

  /** 422, for one value. */
  public static ProblemException invalid(String pointer, String detail) {
    return invalid(List.of(new Violation(pointer, detail)));
  }

  /** 422. */
  public static ProblemException invalid(List<Violation> violations) {
    return new ProblemException(ProblemType.INVALID, summary(violations)).withErrors(violations);
  }

  /** 400, for one value. */
  public static ProblemException malformed(String pointer, String detail) {
    var violation = new Violation(pointer, detail);
    return new ProblemException(ProblemType.MALFORMED, detail).withErrors(List.of(violation));
  }

  /** 400, for what does not fit into the shape it is read into. */
  public static ProblemException unreadable(JacksonException unreadable) {
    return UnreadableBody.explain(unreadable);
  }

  /** Whatever the type's status is, 409 as a rule. */
  public static ProblemException conflict(ProblemType type, String detail) {
    return new ProblemException(type, detail);
  }

  /** 413, where at most so many bytes are read. */
  public static ProblemException tooLarge(long limit) {
    return new ProblemException(ProblemType.TOO_LARGE, "At most " + limit + " bytes are read.");
  }

  /** 503 with {@code Retry-After: 2}. */
  public static ProblemException unavailable(String detail) {
    return new ProblemException(ProblemType.UNAVAILABLE, detail)
        .withHeader(HttpHeaders.RETRY_AFTER, "2");
  }

  private static String summary(List<Violation> violations) {
    return violations.size() == 1
        ? violations.getFirst().detail()
        : violations.size() + " values are not possible.";
  }
}
