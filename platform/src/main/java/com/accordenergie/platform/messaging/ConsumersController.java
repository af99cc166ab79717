package com.accordenergie.platform.messaging;

import com.accordenergie.platform.identity.AllowedTo;
import com.accordenergie.platform.identity.Caller;
import com.accordenergie.platform.identity.Role;
import com.accordenergie.platform.paging.Page;
import com.accordenergie.platform.paging.PageRequest;
import com.accordenergie.platform.problem.Problems;
import com.accordenergie.platform.web.IfMatch;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** How this service follows the others, and what is to be done where it cannot. */
@RestController
@AllowedTo(Role.ADMIN)
@Tag(name = "Events", description = "How each service follows the others, and what it could not handle")
class ConsumersController {

  private static final int LONGEST_REASON = 500;

  private final ConsumersService service;
  private final EventsWatch watch;
  private final ParkedEvents parked;

  ConsumersController(ConsumersService service, EventsWatch watch, ParkedEvents parked) {
    this.service = service;
    this.watch = watch;
    this.parked = parked;
  }

  record ReplayRequest(@NotBlank @Size(max = 100) String queue) {}

  record ReplayStarted(int events) {}

  @GetMapping(path = "/api/v1/consumers/{service}", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "readConsumers",
      summary = "How a service's events are doing",
      description =
          "For admins. Its outbox, and for each of its subscriptions how far it is behind and what it"
              + " could not handle; as of two seconds ago.")
  @ApiResponse(responseCode = "200", description = "How they are doing")
  ConsumersView read(@PathVariable String service) {
    this.service.require(service);
    return ConsumersView.of(service, watch.state());
  }

  @GetMapping(
      path = "/api/v1/consumers/{service}/parked",
      produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "listParkedEvents",
      summary = "The events that a service could not handle",
      description =
          "For admins. In the order in which they were held; looking at them changes nothing. MISSING"
              + " stands for versions that never came and are in no log. With `state` also those that"
              + " are not given up: RETRYING ones are tried again by themselves, WAITING ones come after"
              + " a version that is not there yet.")
  @ApiResponse(responseCode = "200", description = "A page of parked events")
  Page<ParkedView> list(
      @PathVariable String service,
      @Parameter(description = "Only those of this queue") @RequestParam(required = false)
          @Nullable String queue,
      @Parameter(description = "Only those in this state; PARKED and MISSING unless told")
          @RequestParam(required = false)
          HeldEvent.@Nullable State state,
      PageRequest page) {
    this.service.require(service);
    return parked.list(queue, state, page).map(ParkedView::of);
  }

  @PostMapping("/api/v1/consumers/{service}/parked/{id}/replay")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(
      operationId = "replayParkedEvent",
      summary = "Handle a parked event after all",
      description =
          "For admins. Answers once it is handled; 409 when it fails again, and it stays parked with the"
              + " new reason.")
  @ApiResponse(responseCode = "204", description = "It is handled, and parked no more")
  void replay(@PathVariable String service, @PathVariable long id, Caller caller) {
    this.service.require(service);
    parked.replay(id, caller);
  }

  @PostMapping(
      path = "/api/v1/consumers/{service}/parked/replay",
      produces = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(
      operationId = "replayParkedEvents",
      summary = "Handle all parked events of a queue after all",
      description = "For admins. They are tried one after the other; what fails again is parked again.")
  @ApiResponse(responseCode = "202", description = "They will be tried")
  ReplayStarted replayAll(
      @PathVariable String service, @RequestBody @Valid ReplayRequest request, Caller caller) {
    this.service.require(service);
    return new ReplayStarted(parked.replayAll(request.queue(), caller));
  }

  @DeleteMapping("/api/v1/consumers/{service}/parked/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(
      operationId = "dismissParkedEvent",
      summary = "Give up a parked event",
      description =
          "For admins. It is never applied by this service; who gave it up and why stays in the"
              + " service's log. If-Match takes the number of its attempts.")
  @ApiResponse(responseCode = "204", description = "It is gone")
  void dismiss(
      @PathVariable String service,
      @PathVariable long id,
      @Parameter(description = "Why; 1 to 500 characters") @RequestParam String reason,
      IfMatch ifMatch,
      Caller caller) {
    this.service.require(service);
    if (reason.isBlank() || reason.length() > LONGEST_REASON) {
      throw Problems.invalid("?reason", "It takes 1 to " + LONGEST_REASON + " characters.");
    }
    parked.dismiss(id, ifMatch, reason.replaceAll("\\p{Cntrl}", " "), caller);
  }
}
