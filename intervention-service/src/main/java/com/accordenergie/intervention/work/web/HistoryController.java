package com.accordenergie.intervention.work.web;

import com.accordenergie.intervention.work.Intervention;
import com.accordenergie.intervention.work.Reading;
import com.accordenergie.intervention.workflow.Language;
import com.accordenergie.platform.identity.AllowedTo;
import com.accordenergie.platform.identity.Caller;
import com.accordenergie.platform.identity.Role;
import com.accordenergie.platform.paging.PageRequest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
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

  /** How a page looks in the API's description. */
  @Schema(name = "HistoryPage")
  private record DescribedPage(List<RevisionView> items, @Nullable String nextCursor) {}

  @GetMapping
  @Operation(
      operationId = "readHistory",
      summary = "Who changed what, when and why",
      description =
          "The oldest first; with `asOf` the fields as they were at that time instead, and 404 for a"
              + " time before there was anything. A client reads the steps and the appointments, in"
              + " the client's wording.")
  @ApiResponse(
      responseCode = "200",
      description = "A page of versions; with `asOf` the state at that time",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON_VALUE,
              schema = @Schema(oneOf = {DescribedPage.class, StateView.class})))
  Object history(
      @PathVariable UUID id,
      @RequestParam(required = false) @Parameter(description = "RFC 3339") @Nullable Instant asOf,
      PageRequest page,
      Caller caller,
      @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String accept) {
    Intervention intervention = reading.get(id, caller);
    return asOf == null
        ? views.page(intervention, page, caller, Language.of(accept))
        : views.asOf(intervention, asOf, caller, Language.of(accept));
  }
}
