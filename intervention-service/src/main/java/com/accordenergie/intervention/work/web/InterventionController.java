package com.accordenergie.intervention.work.web;

import com.accordenergie.intervention.work.Changing;
import com.accordenergie.intervention.work.Creating;
import com.accordenergie.intervention.work.Intervention;
import com.accordenergie.intervention.work.Reading;
import com.accordenergie.intervention.work.Transitioning;
import com.accordenergie.intervention.workflow.Language;
import com.accordenergie.platform.identity.AllowedTo;
import com.accordenergie.platform.identity.Caller;
import com.accordenergie.platform.identity.Role;
import com.accordenergie.platform.web.ETags;
import com.accordenergie.platform.web.IfMatch;
import com.accordenergie.platform.web.MergePatch;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/interventions")
@AllowedTo({Role.ADMIN, Role.DISPATCHER, Role.TECHNICIAN, Role.CLIENT})
@Tag(name = "Interventions")
class InterventionController {

  private final Creating creating;
  private final Reading reading;
  private final Changing changing;
  private final Transitioning transitioning;
  private final InterventionViews views;
  private final Clock clock;

  InterventionController(
      Creating creating,
      Reading reading,
      Changing changing,
      Transitioning transitioning,
      InterventionViews views,
      Clock clock) {
    this.creating = creating;
    this.reading = reading;
    this.changing = changing;
    this.transitioning = transitioning;
    this.views = views;
    this.clock = clock;
  }

  @AllowedTo({Role.ADMIN, Role.DISPATCHER})
  @PostMapping
  @Operation(
      operationId = "createIntervention",
      summary = "Creates an intervention",
      description = "By a dispatcher, who owns it, or by an admin for a dispatcher.")
  @ApiResponse(
      responseCode = "201",
      description = "The intervention, with its reference",
      headers = @Header(name = "ETag", description = "The version"))
  ResponseEntity<InterventionView> create(
      @RequestBody @Valid NewIntervention body,
      Caller caller,
      @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String accept) {
    Intervention created = creating.create(body.call(), caller, clock.instant());
    return ResponseEntity.created(URI.create("/api/v1/interventions/" + created.getId()))
        .eTag(ETags.of(created.version()))
        .body(views.of(created, caller, Language.of(accept)));
  }

  @GetMapping("/{id}")
  @Operation(
      operationId = "readIntervention",
      summary = "One intervention, as its reader may see it",
      description = "`allowedTransitions` and `actions` are what the reader may do now.")
  @ApiResponse(
      responseCode = "200",
      description = "The intervention",
      headers = @Header(name = "ETag", description = "The version"))
  ResponseEntity<InterventionView> get(
      @PathVariable UUID id,
      Caller caller,
      @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String accept) {
    return answer(reading.get(id, caller), caller, accept);
  }

  @AllowedTo({Role.ADMIN, Role.DISPATCHER, Role.TECHNICIAN})
  @PatchMapping(path = "/{id}", consumes = MergePatch.MEDIA_TYPE)
  @Operation(
      operationId = "changeIntervention",
      summary = "Changes an intervention where it stands",
      description =
          "Title, description, urgency and site by its dispatcher until it is settled; technician"
              + " and slot while it is planned; the owner by an admin, which hands it over; the actual"
              + " times by its technician.")
  @ApiResponse(
      responseCode = "200",
      description = "The intervention",
      headers = @Header(name = "ETag", description = "The version"))
  @ApiResponse(
      responseCode = "409",
      description = "Not in this status, or the technician is taken at that time",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
              schema = @Schema(ref = "#/components/schemas/Problem")))
  ResponseEntity<InterventionView> change(
      @PathVariable UUID id,
      @RequestBody InterventionPatch body,
      IfMatch ifMatch,
      Caller caller,
      @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String accept) {
    Intervention changed =
        changing.change(id, body.changes(), ifMatch, caller, clock.instant());
    return answer(changed, caller, accept);
  }

  @AllowedTo({Role.ADMIN, Role.DISPATCHER, Role.TECHNICIAN})
  @PostMapping("/{id}/transitions")
  @Operation(
      operationId = "moveIntervention",
      summary = "Takes an intervention to another status",
      description =
          "409 with `from`, `to` and `allowedTransitions` when the workflow has no such way, 403"
              + " when it is not the caller's to take, 422 when a reason, report, technician or slot"
              + " is missing. A slot at which the technician is taken answers 409.")
  @ApiResponse(
      responseCode = "200",
      description = "The intervention",
      headers = @Header(name = "ETag", description = "The version"))
  @ApiResponse(
      responseCode = "409",
      description = "The workflow has no such way from here, or the technician is taken at that time",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
              schema = @Schema(ref = "#/components/schemas/Problem")))
  ResponseEntity<InterventionView> transition(
      @PathVariable UUID id,
      @RequestBody @Valid NewTransition body,
      IfMatch ifMatch,
      Caller caller,
      @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String accept) {
    Intervention changed =
        transitioning.transition(
            id, body.step(), ifMatch, caller, Language.of(accept), clock.instant());
    return answer(changed, caller, accept);
  }

  private ResponseEntity<InterventionView> answer(
      Intervention intervention, Caller caller, @Nullable String accept) {
    return ResponseEntity.ok()
        .eTag(ETags.of(intervention.version()))
        .body(views.of(intervention, caller, Language.of(accept)));
  }
}
