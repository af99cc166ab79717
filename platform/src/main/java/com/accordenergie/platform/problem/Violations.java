package com.accordenergie.platform.problem;

import java.util.Objects;
import org.springframework.core.MethodParameter;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;

/** Says where a refused value stands. */
final class Violations {

  private Violations() {}

  /** Of a value in a body. */
  static Violation of(ObjectError error) {
    String pointer = error instanceof FieldError field ? "#/" + path(field.getField()) : "#";
    return new Violation(
        pointer, Objects.requireNonNullElse(error.getDefaultMessage(), "is not possible"));
  }

  /** Of a parameter in the path, in a header or in the query. */
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
