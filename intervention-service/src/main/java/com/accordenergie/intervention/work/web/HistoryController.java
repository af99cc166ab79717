package com.accordenergie.intervention.work.web;

import com.accordenergie.intervention.work.Reading;
import com.accordenergie.platform.identity.AllowedTo;
import com.accordenergie.platform.identity.Caller;
import com.accordenergie.platform.identity.Role;
import com.accordenergie.platform.paging.Page;
import com.accordenergie.platform.paging.PageRequest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/interventions/{id}/history")
@AllowedTo({Role.ADMIN, Role.DISPATCHER, Role.TECHNICIAN, Role.CLIENT})
@Tag(name = "Interventions")
class HistoryController {

  private final Reading reading;
  private final HistoryViews views;

  HistoryController(Reading reading, HistoryViews views) {
    this.reading = reading;
    this.views = views;
  }

  @GetMapping
  @Operation(
      operationId = "readHistory",
      summary = "Who changed what, when and why, the oldest first",
      description = "A client reads the steps and the appointments, in the client's wording.")
  @ApiResponse(responseCode = "200", description = "With `asOf`: the fields as they were at that time, and 404 before the intervention was created")
  Page<RevisionView> history(@PathVariable UUID id, PageRequest page, Caller caller) {
    return views.page(reading.get(id, caller), page, caller);
  }

  @GetMapping(params = "asOf")
  @Operation(
      operationId = "readStateAt",
      summary = "The fields as they were at a time",
      description = "404 for a time before the intervention was created.")
  @ApiResponse(responseCode = "200", description = "The fields")
  StateView asOf(
      @PathVariable UUID id,
      @RequestParam @Parameter(description = "RFC 3339") Instant asOf,
      Caller caller) {
    return views.asOf(reading.get(id, caller), asOf, caller);
  }
}
