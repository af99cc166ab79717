package com.accordenergie.platform.problem;

import java.net.URI;
import org.springframework.http.HttpStatus;

/**
 * A kind of refusal that clients may switch on (RFC 9457, section 3.1.1).
 *
 * @param code stable name in kebab case; never changes once published
 * @param status the HTTP status it always travels with
 * @param title short text for people, the same for every occurrence
 */
public record ProblemType(String code, HttpStatus status, String title) {

  public static final ProblemType MALFORMED =
      new ProblemType("malformed-request", HttpStatus.BAD_REQUEST, "The request cannot be read");
  public static final ProblemType UNAUTHENTICATED =
      new ProblemType("unauthenticated", HttpStatus.UNAUTHORIZED, "A valid access token is needed");
  public static final ProblemType FORBIDDEN =
      new ProblemType("forbidden", HttpStatus.FORBIDDEN, "This is not yours to do");
  public static final ProblemType NOT_FOUND =
      new ProblemType("not-found", HttpStatus.NOT_FOUND, "There is nothing here");
  public static final ProblemType INVALID =
      new ProblemType(
          "invalid-values", HttpStatus.UNPROCESSABLE_CONTENT, "Some values are not possible");
  public static final ProblemType PRECONDITION_FAILED =
      new ProblemType(
          "stale-version", HttpStatus.PRECONDITION_FAILED, "Somebody else changed it meanwhile");
  public static final ProblemType PRECONDITION_REQUIRED =
      new ProblemType(
          "version-required", HttpStatus.PRECONDITION_REQUIRED, "If-Match is needed");
  public static final ProblemType TOO_LARGE =
      new ProblemType("body-too-large", HttpStatus.CONTENT_TOO_LARGE, "The body is too large");
  public static final ProblemType TOO_MANY_REQUESTS =
      new ProblemType("too-many-requests", HttpStatus.TOO_MANY_REQUESTS, "Too many requests");
  public static final ProblemType UNAVAILABLE =
      new ProblemType(
          "temporarily-unavailable", HttpStatus.SERVICE_UNAVAILABLE, "Not available right now");
  public static final ProblemType INTERNAL =
      new ProblemType(
          "internal-error", HttpStatus.INTERNAL_SERVER_ERROR, "Something went wrong on our side");
  public static final ProblemType KEY_IN_USE =
      new ProblemType(
          "idempotency-key-in-use", HttpStatus.CONFLICT, "The first request is still running");
  public static final ProblemType KEY_REUSED =
      new ProblemType(
          "idempotency-key-reused",
          HttpStatus.UNPROCESSABLE_CONTENT,
          "This key was used for another request");

  public URI uri() {
    return URI.create("urn:accord:problem:" + code);
  }
}
