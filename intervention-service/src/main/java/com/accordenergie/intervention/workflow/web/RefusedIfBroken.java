package com.accordenergie.intervention.workflow.web;

import com.accordenergie.intervention.workflow.WorkflowFault;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/** A change of the lists, refused when it would leave a workflow that cannot be. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ApiResponse(
    responseCode = "422",
    description =
        "A value is not possible, and `errors` says which; or the workflow would be broken, and"
            + " `faults` says how",
    content =
        @Content(
            mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
            schema = @Schema(implementation = RefusedIfBroken.WorkflowProblem.class)))
@interface RefusedIfBroken {

  /**
   * For the description only.
   *
   * @param faults only in `workflow-broken`
   */
  @Schema(description = "A problem; what is wrong with the workflow beside its other members")
  record WorkflowProblem(@Nullable List<WorkflowFault> faults) {}
}
