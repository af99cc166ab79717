package com.accordenergie.gateway.upstream;

import com.accordenergie.platform.problem.ProblemException;
import com.accordenergie.platform.problem.ProblemType;
import com.accordenergie.platform.problem.Problems;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;

/** How asking an instance failed, and what may be done about it. */
enum UpstreamFailure {

  /** No connection came about: the request was not sent, whatever its method. */
  UNREACHABLE,
  /** Connected, but the answer did not come in time: the request may have been carried out. */
  TIMEOUT,
  /** The connection broke: the request may have been carried out. */
  BROKEN,
  /** All connections to the instance are busy: it has more to do than it can. */
  BUSY;

  static final ProblemType UPSTREAM_TIMEOUT =
      new ProblemType(
          "upstream-timeout", HttpStatus.GATEWAY_TIMEOUT, "The answer takes too long");

  static UpstreamFailure of(IOException failure) {
    return switch (failure) {
      case ConnectionRequestTimeoutException _ -> BUSY;
      case ConnectTimeoutException _ -> UNREACHABLE;
      case ConnectException _ -> UNREACHABLE;
      case NoRouteToHostException _ -> UNREACHABLE;
      case UnknownHostException _ -> UNREACHABLE;
      case SocketTimeoutException _ -> TIMEOUT;
      default -> BROKEN;
    };
  }

  /**
   * Whether another instance may be asked. What only reads may be repeated; what writes may not,
   * unless it certainly never left.
   */
  boolean allowsAnotherTry(HttpMethod method) {
    return switch (this) {
      case UNREACHABLE -> true;
      case TIMEOUT, BROKEN -> isRead(method);
      case BUSY -> false;
    };
  }

  boolean mayHaveBeenCarriedOut() {
    return this == TIMEOUT || this == BROKEN;
  }

  /** Whether the instance may be gone: then others are asked first for a while. */
  boolean castsDoubt() {
    return this == UNREACHABLE || this == BROKEN;
  }

  ProblemException problem(HttpMethod method) {
    return switch (this) {
      case UNREACHABLE, BUSY -> Problems.unavailable("Nothing was changed. Try again shortly.");
      case BROKEN -> Problems.unavailable(advice(method));
      case TIMEOUT ->
          new ProblemException(UPSTREAM_TIMEOUT, advice(method))
              .withHeader(HttpHeaders.RETRY_AFTER, "2");
    };
  }

  static boolean isRead(HttpMethod method) {
    return method == HttpMethod.GET || method == HttpMethod.HEAD;
  }

  private static String advice(HttpMethod method) {
    return isRead(method)
        ? "Try again shortly."
        : "It may have been carried out: repeat it with the same Idempotency-Key or If-Match.";
  }
}
