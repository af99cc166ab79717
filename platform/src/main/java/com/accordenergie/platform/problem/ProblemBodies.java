package com.accordenergie.platform.problem;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ProblemDetail;

/** Builds the bodies; the single place that decides how a problem looks. */
final class ProblemBodies {

  private ProblemBodies() {}

  static ProblemDetail of(
      ProblemType type, @Nullable String detail, Map<String, Object> properties) {
    ProblemDetail body = ProblemDetail.forStatus(type.status());
    body.setType(type.uri());
    body.setTitle(type.title());
    body.setDetail(detail);
    properties.forEach(body::setProperty);
    return body;
  }
}
