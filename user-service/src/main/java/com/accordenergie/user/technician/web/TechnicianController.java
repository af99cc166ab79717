package com.accordenergie.user.technician.web;

import com.accordenergie.platform.id.Ids;
import com.accordenergie.platform.identity.Caller;
import com.accordenergie.platform.identity.Role;
import com.accordenergie.platform.paging.Page;
import com.accordenergie.platform.paging.PageRequest;
import com.accordenergie.platform.problem.Problems;
import com.accordenergie.platform.web.ETags;
import com.accordenergie.platform.web.IfMatch;
import com.accordenergie.platform.web.MergePatch;
import com.accordenergie.user.person.PeopleDirectory;
import com.accordenergie.user.person.PeopleManagement;
import com.accordenergie.user.person.PersonFilter;
import com.accordenergie.user.person.PersonSnapshot;
import com.accordenergie.user.person.Whom;
import com.accordenergie.user.search.SearchTerms;
import com.accordenergie.platform.identity.AllowedTo;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The people with role TECHNICIAN, as those see them who send them. */
@RestController
@RequestMapping("/api/v1/technicians")
@AllowedTo(Role.ADMIN)
@Tag(name = "Technicians", description = "Those who go there: users with role TECHNICIAN")
class TechnicianController {

  private static final int LONGEST_SKILL = 60;

  private final PeopleManagement management;
  private final PeopleDirectory directory;
  private final Clock clock;

  TechnicianController(PeopleManagement management, PeopleDirectory directory, Clock clock) {
    this.management = management;
    this.directory = directory;
    this.clock = clock;
  }

  @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  @AllowedTo({Role.ADMIN, Role.DISPATCHER})
  @Operation(
      operationId = "listTechnicians",
      summary = "List technicians",
      description = "For admins and dispatchers. By name; with `q` by the word that was found.")
  @ApiResponse(responseCode = "200", description = "A page of technicians")
  Page<TechnicianView> list(
      @Parameter(description = "Only those with this skill, whatever its case and accents")
          @RequestParam(required = false)
          @Nullable String skill,
      @Parameter(description = "Only those who are still there, or no longer")
          @RequestParam(required = false)
          @Nullable Boolean active,
      @Parameter(description = "Beginnings of words of the name, username, e-mail or telephone number")
          @RequestParam(required = false)
          @Nullable String q,
      PageRequest page) {
    var filter =
        new PersonFilter(Role.TECHNICIAN, null, active, skill(skill), SearchTerms.parse(q));
    return directory.find(filter, page).map(TechnicianView::of);
  }

  @PostMapping(
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "registerTechnician",
      summary = "Register a technician",
      description =
          "For admins. Answers 409 `already-taken` when the username or the e-mail address is"
              + " somebody else's.")
  @ApiResponse(
      responseCode = "201",
      description = "The technician",
      headers = {
        @Header(name = "ETag", description = "The technician's version"),
        @Header(name = "Location", description = "Where the technician is read")
      })
  ResponseEntity<TechnicianView> register(@RequestBody NewTechnician technician) {
    PersonSnapshot person = management.register(Ids.next(), technician.details(), clock.instant());
    return ResponseEntity.created(URI.create("/api/v1/technicians/" + person.id()))
        .eTag(ETags.of(person.version()))
        .body(TechnicianView.of(person));
  }

  @GetMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
  @AllowedTo({Role.ADMIN, Role.DISPATCHER})
  @Operation(
      operationId = "readTechnician",
      summary = "One technician",
      description = "For admins and dispatchers.")
  @ApiResponse(
      responseCode = "200",
      description = "The technician",
      headers = @Header(name = "ETag", description = "The technician's version"))
  ResponseEntity<TechnicianView> read(@PathVariable UUID id) {
    return answer(management.find(Whom.technician(id)));
  }

  @PatchMapping(
      path = "/{id}",
      consumes = MergePatch.MEDIA_TYPE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "changeTechnician",
      summary = "Change a technician",
      description = "For admins. Answers 409 `already-taken` as registering does.")
  @ApiResponse(
      responseCode = "200",
      description = "The technician",
      headers = @Header(name = "ETag", description = "The technician's version"))
  @ApiResponse(
      responseCode = "409",
      description = "Somebody else's username or e-mail address",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
              schema = @Schema(ref = "#/components/schemas/Problem")))
  ResponseEntity<TechnicianView> change(
      Caller caller, @PathVariable UUID id, IfMatch ifMatch, @RequestBody TechnicianPatch patch) {
    return answer(
        management.change(caller, Whom.technician(id), ifMatch, patch::applyTo, clock.instant()));
  }

  @DeleteMapping("/{id}")
  @Operation(
      operationId = "deactivateTechnician",
      summary = "Deactivate a technician",
      description = "For admins. They may no longer log in; their interventions stay.")
  @ApiResponse(
      responseCode = "204",
      description = "The technician is deactivated",
      headers = @Header(name = "ETag", description = "The technician's version"))
  ResponseEntity<Void> deactivate(Caller caller, @PathVariable UUID id, IfMatch ifMatch) {
    PersonSnapshot person =
        management.deactivate(caller, Whom.technician(id), ifMatch, clock.instant());
    return ResponseEntity.noContent().eTag(ETags.of(person.version())).build();
  }

  private static @Nullable String skill(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    if (text.length() > LONGEST_SKILL) {
      throw Problems.malformed("?skill", "It takes at most " + LONGEST_SKILL + " characters.");
    }
    return text.strip();
  }

  private static ResponseEntity<TechnicianView> answer(PersonSnapshot person) {
    return ResponseEntity.ok().eTag(ETags.of(person.version())).body(TechnicianView.of(person));
  }
}
