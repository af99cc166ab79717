package com.accordenergie.platform.problem;

import java.util.Objects;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.core.MethodParameter;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;

/** Says where a refused value stands. */
final class Violations {

  private Violations() {}

  static Violation of(MessageSourceResolvable error, boolean inTheBody) {
    String detail = Objects.requireNonNullElse(error.getDefaultMessage(), "is not possible");
    if (!(error instanceof FieldError field)) {
      return new Violation("#", detail);
    }
    return new Violation((inTheBody ? "#/" : "?") + path(field.getField()), detail);
  }

  static String pointerOf(MethodParameter parameter) {
    String name = Objects.requireNonNullElse(parameter.getParameterName(), "");
    if (parameter.hasParameterAnnotation(PathVariable.class)) {
      return "{" + name + "}";
    }
    RequestHeader header = parameter.getParameterAnnotation(RequestHeader.class);
    return header == null ? "?" + name : header.value();
  }

  /** {@code sites[0].name} as JSON Pointer steps: {@code sites/0/name}. */
  private static String path(String property) {
    return property.replace("].", "/").replace("[", "/").replace("]", "").replace('.', '/');
  }
}
