package com.accordenergie.intervention.workflow.web;

import com.accordenergie.intervention.workflow.Language;
import com.accordenergie.intervention.workflow.Status;
import com.accordenergie.intervention.workflow.StatusList;
import com.accordenergie.intervention.workflow.StatusValues;
import com.accordenergie.platform.identity.AllowedTo;
import com.accordenergie.platform.identity.Caller;
import com.accordenergie.platform.identity.Role;
import com.accordenergie.platform.paging.Page;
import com.accordenergie.platform.web.ETags;
import com.accordenergie.platform.web.IfMatch;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/statuses")
@AllowedTo({Role.ADMIN, Role.DISPATCHER, Role.TECHNICIAN, Role.CLIENT})
@Tag(name = "Lists")
class StatusController {

  private final StatusList statuses;

  StatusController(StatusList statuses) {
    this.statuses = statuses;
  }

  @GetMapping
  @Operation(
      operationId = "listStatuses",
      summary = "The statuses, in order; a client reads them in the client's wording")
  @ApiResponse(responseCode = "200", description = "All of them, retired ones included")
  Page<StatusView> list(
      Caller caller,
      @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String accept) {
    Language language = Language.of(accept);
    return new Page<>(
        statuses.all().stream().map(status -> StatusView.of(status, language, caller)).toList(),
        null);
  }

  @GetMapping("/{code}")
  @Operation(
      operationId = "readStatus",
      summary = "One status")
  @ApiResponse(
      responseCode = "200",
      description = "The status",
      headers = @Header(name = "ETag", description = "The version"))
  ResponseEntity<StatusView> get(
      @PathVariable String code,
      Caller caller,
      @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String accept) {
    return answer(statuses.get(code), caller, accept);
  }

  @AllowedTo(Role.ADMIN)
  @PostMapping
  @RefusedIfBroken
  @Operation(
      operationId = "addStatus",
      summary = "Adds a status",
      description =
          "A new status is added inactive, gets its transitions, then is made active: the workflow"
              + " is checked at each step and never left broken.")
  @ApiResponse(
      responseCode = "201",
      description = "The status",
      headers = @Header(name = "ETag", description = "The version"))
  @ApiResponse(
      responseCode = "409",
      description = "There is one with this code",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
              schema = @Schema(ref = "#/components/schemas/Problem")))
  ResponseEntity<StatusView> add(
      @RequestBody @Valid StatusValues values,
      Caller caller,
      @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String accept) {
    Status status = statuses.add(values);
    return ResponseEntity.created(URI.create("/api/v1/statuses/" + status.code()))
        .eTag(ETags.of(status.version()))
        .body(StatusView.of(status, Language.of(accept), caller));
  }

  @AllowedTo(Role.ADMIN)
  @PutMapping("/{code}")
  @RefusedIfBroken
  @Operation(
      operationId = "changeStatus",
      summary = "Changes or retires a status")
  @ApiResponse(
      responseCode = "200",
      description = "The status",
      headers = @Header(name = "ETag", description = "The version"))
  @ApiResponse(
      responseCode = "409",
      description = "Interventions stand in it",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
              schema = @Schema(ref = "#/components/schemas/Problem")))
  ResponseEntity<StatusView> change(
      @PathVariable String code,
      @RequestBody @Valid StatusValues values,
      IfMatch ifMatch,
      Caller caller,
      @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String accept) {
    return answer(statuses.change(code, values, ifMatch), caller, accept);
  }

  @AllowedTo(Role.ADMIN)
  @DeleteMapping("/{code}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @RefusedIfBroken
  @Operation(
      operationId = "removeStatus",
      summary = "Removes a status that was never used")
  @ApiResponse(responseCode = "204", description = "Removed")
  @ApiResponse(
      responseCode = "409",
      description = "Interventions or transitions refer to it: retire it",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
              schema = @Schema(ref = "#/components/schemas/Problem")))
  void remove(@PathVariable String code, IfMatch ifMatch) {
    statuses.remove(code, ifMatch);
  }

  private static ResponseEntity<StatusView> answer(
      Status status, Caller caller, @Nullable String accept) {
    return ResponseEntity.ok()
        .eTag(ETags.of(status.version()))
        .body(StatusView.of(status, Language.of(accept), caller));
  }
}
