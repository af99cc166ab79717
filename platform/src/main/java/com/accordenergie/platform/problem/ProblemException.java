package com.accordenergie.platform.problem;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ProblemDetail;

/** A refusal on its way to the client; rolls back whatever was under way. */
public final class ProblemException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient ProblemType type;
  private final transient Map<String, Object> properties = new LinkedHashMap<>();
  private final transient HttpHeaders headers = new HttpHeaders();

  public ProblemException(ProblemType type, @Nullable String detail) {
    super(detail, null, false, false);
    this.type = type;
  }

  /** Adds an extension member (RFC 9457, section 3.2). */
  public ProblemException with(String name, Object value) {
    properties.put(name, value);
    return this;
  }

  public ProblemException withErrors(List<Violation> violations) {
    return with("errors", List.copyOf(violations));
  }

  public ProblemException withHeader(String name, String value) {
    headers.set(name, value);
    return this;
  }

  public ProblemType type() {
    return type;
  }

  public HttpHeaders headers() {
    return headers;
  }

  /** The body of the answer. */
  public ProblemDetail body() {
    return ProblemBodies.of(type, getMessage(), properties);
  }
}
