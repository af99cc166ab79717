package com.accordenergie.platform.messaging;

import com.accordenergie.platform.identity.AllowedTo;
import com.accordenergie.platform.identity.Caller;
import com.accordenergie.platform.identity.Role;
import com.accordenergie.platform.problem.Problems;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Whether what this service knows of the others is what the events say. */
@RestController
@AllowedTo(Role.ADMIN)
@Tag(name = "Events")
class ProjectionsController {

  private final ConsumersService service;
  private final Projections projections;

  ProjectionsController(ConsumersService service, Projections projections) {
    this.service = service;
    this.projections = projections;
  }

  /**
   * @param repair whether rows that are missing or different are put right
   */
  record RebuildRequest(boolean repair) {}

  @PostMapping(
      path = "/api/v1/consumers/{service}/projections/{queue}/rebuild",
      produces = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(
      operationId = "rebuildProjection",
      summary = "Build a projection from the events, and compare",
      description =
          "For admins. What a subscription has made of its events is made once more from the log, beside"
              + " what is there and while the service goes on. 409 while the last run goes on.")
  @ApiResponse(responseCode = "202", description = "It has begun")
  ProjectionReport rebuild(
      @PathVariable String service,
      @PathVariable String queue,
      @RequestBody @Valid RebuildRequest request,
      Caller caller) {
    this.service.require(service);
    return projections.start(queue, request.repair(), caller);
  }

  @GetMapping(
      path = "/api/v1/consumers/{service}/projections/{queue}/comparison",
      produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "readProjectionComparison",
      summary = "What the last rebuilding of a projection found",
      description = "For admins. 404 before the first.")
  @ApiResponse(responseCode = "200", description = "The report, or that it is under way")
  ProjectionReport comparison(@PathVariable String service, @PathVariable String queue) {
    this.service.require(service);
    return projections.report(queue).orElseThrow(Problems::notFound);
  }
}
