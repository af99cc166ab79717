package com.accordenergie.intervention.workflow.web;

import com.accordenergie.intervention.workflow.Transition;
import com.accordenergie.intervention.workflow.TransitionList;
import com.accordenergie.intervention.workflow.TransitionValues;
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
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/transitions")
@AllowedTo({Role.ADMIN, Role.DISPATCHER, Role.TECHNICIAN, Role.CLIENT})
@Tag(name = "Lists")
class TransitionController {

  private final TransitionList transitions;

  TransitionController(TransitionList transitions) {
    this.transitions = transitions;
  }

  @GetMapping
  @Operation(
      operationId = "listTransitions",
      summary = "Which status follows which, who may, and what it takes")
  @ApiResponse(responseCode = "200", description = "All of them, retired ones included")
  Page<TransitionView> list() {
    return new Page<>(transitions.all().stream().map(TransitionView::of).toList(), null);
  }

  @GetMapping("/{id}")
  @Operation(
      operationId = "readTransition",
      summary = "One transition")
  @ApiResponse(
      responseCode = "200",
      description = "The transition",
      headers = @Header(name = "ETag", description = "The version"))
  ResponseEntity<TransitionView> get(@PathVariable UUID id) {
    return answer(transitions.get(id));
  }

  @AllowedTo(Role.ADMIN)
  @PostMapping
  @RefusedIfBroken
  @Operation(
      operationId = "addTransition",
      summary = "Adds a transition")
  @ApiResponse(
      responseCode = "201",
      description = "The transition",
      headers = @Header(name = "ETag", description = "The version"))
  @ApiResponse(
      responseCode = "409",
      description = "There is one between these statuses",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
              schema = @Schema(ref = "#/components/schemas/Problem")))
  ResponseEntity<TransitionView> add(@RequestBody @Valid TransitionValues values) {
    Transition transition = transitions.add(values);
    return ResponseEntity.created(URI.create("/api/v1/transitions/" + transition.getId()))
        .eTag(ETags.of(transition.version()))
        .body(TransitionView.of(transition));
  }

  @AllowedTo(Role.ADMIN)
  @PutMapping("/{id}")
  @RefusedIfBroken
  @Operation(
      operationId = "changeTransition",
      summary = "Changes or retires a transition")
  @ApiResponse(
      responseCode = "200",
      description = "The transition",
      headers = @Header(name = "ETag", description = "The version"))
  ResponseEntity<TransitionView> change(
      @PathVariable UUID id,
      @RequestBody @Valid TransitionValues values,
      IfMatch ifMatch) {
    return answer(transitions.change(id, values, ifMatch));
  }

  @AllowedTo(Role.ADMIN)
  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @RefusedIfBroken
  @Operation(
      operationId = "removeTransition",
      summary = "Removes a transition, if the workflow stays sound without it")
  @ApiResponse(responseCode = "204", description = "Removed")
  void remove(@PathVariable UUID id, IfMatch ifMatch) {
    transitions.remove(id, ifMatch);
  }

  private static ResponseEntity<TransitionView> answer(Transition transition) {
    return ResponseEntity.ok()
        .eTag(ETags.of(transition.version()))
        .body(TransitionView.of(transition));
  }

  record TransitionView(
      UUID id,
      @Nullable String from,
      String to,
      boolean byDispatcher,
      boolean byTechnician,
      boolean needsReason,
      boolean needsReport,
      boolean needsTechnician,
      boolean needsSlot,
      boolean active,
      long version) {

    static TransitionView of(Transition way) {
      return new TransitionView(
          way.getId(),
          way.from() == null ? null : way.from().code(),
          way.to().code(),
          way.isByDispatcher(),
          way.isByTechnician(),
          way.needsReason(),
          way.needsReport(),
          way.needsTechnician(),
          way.needsSlot(),
          way.isActive(),
          way.version());
    }
  }
}
