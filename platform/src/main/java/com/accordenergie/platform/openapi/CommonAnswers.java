package com.accordenergie.platform.openapi;

import com.accordenergie.platform.identity.Role;
import com.accordenergie.platform.identity.RoleGate;
import com.accordenergie.platform.paging.PageRequest;
import com.accordenergie.platform.web.IfMatch;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;

/** Reads off a handler's parameters which headers it takes and which refusals it can answer with. */
final class CommonAnswers implements GlobalOperationCustomizer {

  @Override
  public Operation customize(Operation operation, HandlerMethod handler) {
    problem(operation, "400", "The request cannot be read; `errors` says where");
    problem(operation, "401", "The access token is missing, expired or not ours");
    problem(operation, "403", forbidden(RoleGate.allowed(handler)));
    problem(operation, "429", "Too many requests; `Retry-After` says when to come back");
    problem(operation, "503", "Not available right now; `Retry-After` says when to come back");
    if (takes(handler, org.springframework.web.bind.annotation.PathVariable.class)) {
      problem(operation, "404", "It does not exist, or the caller may not see it");
    }
    if (takes(handler, RequestBody.class)) {
      problem(operation, "413", "The body is larger than 1 MB");
      problem(operation, "415", "The body is of another media type");
      problem(operation, "422", "Well-formed, but some values are not possible; `errors` says which");
    }
    if (hasParameter(handler, IfMatch.class)) {
      operation.addParametersItem(
          header("If-Match", true, "The ETag that the change builds on, quotes included"));
      problem(operation, "412", "Somebody else changed it meanwhile");
      problem(operation, "428", "If-Match is missing");
    }
    if (hasParameter(handler, PageRequest.class)) {
      operation.addParametersItem(limit());
      operation.addParametersItem(cursor());
    }
    if (isRepeatable(handler)) {
      operation.addParametersItem(
          header(
              "Idempotency-Key",
              false,
              "1 to 255 visible ASCII characters. Repeating a request with its key replays the"
                  + " first answer; kept for a day"));
      problem(operation, "409", "In conflict with what is there, or the first request still runs");
    }
    return operation;
  }

  private static String forbidden(Collection<Role> allowed) {
    return allowed.containsAll(Role.OF_PEOPLE)
        ? "Not the caller's to do"
        : "For %s only, and what is theirs to do"
            .formatted(allowed.stream().map(Role::name).collect(Collectors.joining(", ")));
  }

  private static void problem(Operation operation, String status, String description) {
    if (operation.getResponses() != null && !operation.getResponses().containsKey(status)) {
      operation
          .getResponses()
          .addApiResponse(
              status,
              new ApiResponse()
                  .description(description)
                  .content(
                      new Content()
                          .addMediaType(
                              org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                              new MediaType()
                                  .schema(new Schema<>().$ref("#/components/schemas/Problem")))));
    }
  }

  private static Parameter header(String name, boolean required, String description) {
    return new Parameter()
        .in("header")
        .name(name)
        .required(required)
        .description(description)
        .schema(new StringSchema());
  }

  private static Parameter limit() {
    return new Parameter()
        .in("query")
        .name("limit")
        .description("How many items at most")
        .schema(
            new IntegerSchema()
                .minimum(BigDecimal.ONE)
                .maximum(BigDecimal.valueOf(PageRequest.MAX_LIMIT))
                ._default(PageRequest.DEFAULT_LIMIT));
  }

  private static Parameter cursor() {
    return new Parameter()
        .in("query")
        .name("cursor")
        .description("`nextCursor` of the page before; only with the same filters and sort")
        .schema(new StringSchema());
  }

  private static boolean takes(
      HandlerMethod handler, Class<? extends java.lang.annotation.Annotation> annotation) {
    return Arrays.stream(handler.getMethodParameters())
        .anyMatch(parameter -> parameter.hasParameterAnnotation(annotation));
  }

  private static boolean hasParameter(HandlerMethod handler, Class<?> type) {
    return Arrays.stream(handler.getMethodParameters())
        .anyMatch(parameter -> parameter.getParameterType() == type);
  }

  private static boolean isRepeatable(HandlerMethod handler) {
    RequestMapping mapping =
        AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), RequestMapping.class);
    return mapping != null
        && Arrays.stream(mapping.method())
            .anyMatch(method -> method == RequestMethod.POST || method == RequestMethod.PATCH);
  }
}
