package com.accordenergie.intervention.urgency.web;

import com.accordenergie.intervention.urgency.Urgency;
import com.accordenergie.intervention.urgency.UrgencyList;
import com.accordenergie.intervention.urgency.UrgencyValues;
import com.accordenergie.intervention.workflow.Language;
import com.accordenergie.platform.identity.AllowedTo;
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
@RequestMapping("/api/v1/urgencies")
@AllowedTo({Role.ADMIN, Role.DISPATCHER, Role.TECHNICIAN, Role.CLIENT})
@Tag(name = "Lists")
class UrgencyController {

  private final UrgencyList urgencies;

  UrgencyController(UrgencyList urgencies) {
    this.urgencies = urgencies;
  }

  @GetMapping
  @Operation(
      operationId = "listUrgencies",
      summary = "The urgencies, the least urgent first")
  @ApiResponse(responseCode = "200", description = "All of them, retired ones included")
  Page<UrgencyView> list(
      @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String accept) {
    Language language = Language.of(accept);
    return new Page<>(
        urgencies.all().stream().map(urgency -> UrgencyView.of(urgency, language)).toList(), null);
  }

  @GetMapping("/{code}")
  @Operation(
      operationId = "readUrgency",
      summary = "One urgency")
  @ApiResponse(
      responseCode = "200",
      description = "The urgency",
      headers = @Header(name = "ETag", description = "The version"))
  ResponseEntity<UrgencyView> get(
      @PathVariable String code,
      @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String accept) {
    return answer(urgencies.get(code), accept);
  }

  @AllowedTo(Role.ADMIN)
  @PostMapping
  @Operation(
      operationId = "addUrgency",
      summary = "Adds an urgency")
  @ApiResponse(
      responseCode = "201",
      description = "The urgency",
      headers = @Header(name = "ETag", description = "The version"))
  @ApiResponse(
      responseCode = "409",
      description = "There is one with this code",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
              schema = @Schema(ref = "#/components/schemas/Problem")))
  ResponseEntity<UrgencyView> add(
      @RequestBody @Valid UrgencyValues values,
      @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String accept) {
    Urgency urgency = urgencies.add(values);
    return ResponseEntity.created(URI.create("/api/v1/urgencies/" + urgency.code()))
        .eTag(ETags.of(urgency.version()))
        .body(UrgencyView.of(urgency, Language.of(accept)));
  }

  @AllowedTo(Role.ADMIN)
  @PutMapping("/{code}")
  @Operation(
      operationId = "changeUrgency",
      summary = "Changes or retires an urgency",
      description = "Due times already computed stay until the intervention next changes.")
  @ApiResponse(
      responseCode = "200",
      description = "The urgency",
      headers = @Header(name = "ETag", description = "The version"))
  ResponseEntity<UrgencyView> change(
      @PathVariable String code,
      @RequestBody @Valid UrgencyValues values,
      IfMatch ifMatch,
      @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String accept) {
    return answer(urgencies.change(code, values, ifMatch), accept);
  }

  @AllowedTo(Role.ADMIN)
  @DeleteMapping("/{code}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(
      operationId = "removeUrgency",
      summary = "Removes an urgency that was never used")
  @ApiResponse(responseCode = "204", description = "Removed")
  @ApiResponse(
      responseCode = "409",
      description = "Interventions refer to it: retire it",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
              schema = @Schema(ref = "#/components/schemas/Problem")))
  void remove(@PathVariable String code, IfMatch ifMatch) {
    urgencies.remove(code, ifMatch);
  }

  private static ResponseEntity<UrgencyView> answer(Urgency urgency, @Nullable String accept) {
    return ResponseEntity.ok()
        .eTag(ETags.of(urgency.version()))
        .body(UrgencyView.of(urgency, Language.of(accept)));
  }

  record UrgencyView(
      String code,
      String label,
      String labelFr,
      String labelEn,
      short rank,
      String color,
      long takeOverMinutes,
      long resolveMinutes,
      boolean active,
      long version) {

    static UrgencyView of(Urgency urgency, Language language) {
      return new UrgencyView(
          urgency.code(),
          urgency.label(language),
          urgency.label(Language.FRENCH),
          urgency.label(Language.ENGLISH),
          urgency.rank(),
          urgency.color(),
          urgency.timeToTakeOver().toMinutes(),
          urgency.timeToResolve().toMinutes(),
          urgency.isActive(),
          urgency.version());
    }
  }
}
