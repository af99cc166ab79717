package com.accordenergie.platform.problem;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.MethodParameter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Turns whatever a controller lets escape into a problem; nothing else ever reaches a client. */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
final class ProblemAdvice extends ResponseEntityExceptionHandler
    implements ResponseBodyAdvice<Object> {

  private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

  @ExceptionHandler
  ResponseEntity<Object> refused(ProblemException refused) {
    return answer(refused);
  }

  @ExceptionHandler
  ResponseEntity<Object> rejectedByTheFirewall(RequestRejectedException rejected) {
    return answer(Problems.malformed("?", "The request holds characters that are not allowed."));
  }

  /** These belong to the security chain, which knows how to challenge. */
  @ExceptionHandler({AccessDeniedException.class, AuthenticationException.class})
  ResponseEntity<Object> leftToTheSecurityChain(RuntimeException denied) {
    throw denied;
  }

  @ExceptionHandler
  ResponseEntity<Object> unexpected(Exception unexpected, WebRequest request) {
    log.error("Unexpected failure of {}", request.getDescription(false), unexpected);
    return answer(new ProblemException(ProblemType.INTERNAL, null));
  }

  @Override
  protected ResponseEntity<Object> handleHttpMessageNotReadable(
      HttpMessageNotReadableException unreadable,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    return answer(UnreadableBody.explain(unreadable));
  }

  @Override
  protected ResponseEntity<Object> handleMethodArgumentNotValid(
      MethodArgumentNotValidException invalid,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    List<Violation> violations =
        invalid.getBindingResult().getAllErrors().stream()
            .map(Violations::of)
            .distinct()
            .toList();
    return answer(Problems.invalid(violations));
  }

  @Override
  protected ResponseEntity<Object> handleTypeMismatch(
      TypeMismatchException mismatch,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    String pointer =
        mismatch instanceof MethodArgumentTypeMismatchException argument
            ? Violations.pointerOf(argument.getParameter())
            : "?" + mismatch.getPropertyName();
    return answer(Problems.malformed(pointer, "The value has the wrong form."));
  }

  @Override
  protected ResponseEntity<Object> handleMissingServletRequestParameter(
      MissingServletRequestParameterException missing,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    return answer(Problems.malformed("?" + missing.getParameterName(), "The parameter is needed."));
  }

  /** Everything Spring itself refuses: same shape, a type of ours. */
  @Override
  protected @Nullable ResponseEntity<Object> handleExceptionInternal(
      Exception refused,
      @Nullable Object body,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    String detail = body instanceof ProblemDetail known ? known.getDetail() : null;
    ProblemType type = StatusProblems.typeOf(HttpStatus.valueOf(status.value()));
    if (status.is5xxServerError()) {
      log.error("Unexpected failure of {}", request.getDescription(false), refused);
      detail = null;
    }
    ProblemDetail problem =
        type == ProblemType.NOT_FOUND
            ? Problems.notFound().body()
            : ProblemBodies.of(type, detail, Map.of());
    return ResponseEntity.status(status)
        .headers(headers)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem);
  }

  @Override
  public boolean supports(
      MethodParameter answer, Class<? extends HttpMessageConverter<?>> converter) {
    return true;
  }

  /**
   * Spring fills {@code instance} with the path asked for. What somebody may not see and what does not
   * exist answer the same, byte for byte, so no problem repeats what was asked.
   */
  @Override
  public @Nullable Object beforeBodyWrite(
      @Nullable Object body,
      MethodParameter answer,
      MediaType type,
      Class<? extends HttpMessageConverter<?>> converter,
      ServerHttpRequest request,
      ServerHttpResponse response) {
    if (body instanceof ProblemDetail problem) {
      problem.setInstance(null);
    }
    return body;
  }

  private static ResponseEntity<Object> answer(ProblemException problem) {
    return ResponseEntity.status(problem.type().status())
        .headers(problem.headers())
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem.body());
  }
}
