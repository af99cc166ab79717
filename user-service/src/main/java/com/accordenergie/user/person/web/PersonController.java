package com.accordenergie.user.person.web;

import com.accordenergie.platform.id.Ids;
import com.accordenergie.platform.identity.Caller;
import com.accordenergie.platform.identity.Role;
import com.accordenergie.platform.paging.Page;
import com.accordenergie.platform.paging.PageRequest;
import com.accordenergie.platform.web.ETags;
import com.accordenergie.platform.web.IfMatch;
import com.accordenergie.platform.web.MergePatch;
import com.accordenergie.user.person.PeopleDirectory;
import com.accordenergie.user.person.PeopleManagement;
import com.accordenergie.user.person.PersonDetails;
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

/** Everybody who logs in, for the admin. */
@RestController
@RequestMapping("/api/v1/users")
@AllowedTo(Role.ADMIN)
@Tag(name = "Users", description = "Everybody who logs in; for the admin")
class PersonController {

  private final PeopleManagement management;
  private final PeopleDirectory directory;
  private final Clock clock;

  PersonController(PeopleManagement management, PeopleDirectory directory, Clock clock) {
    this.management = management;
    this.directory = directory;
    this.clock = clock;
  }

  @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "listUsers",
      summary = "List users",
      description = "By name; with `q` by the word that was found. Erased users are not listed.")
  @ApiResponse(responseCode = "200", description = "A page of users")
  Page<PersonView> list(
      @Parameter(description = "Only those with this role") @RequestParam(required = false)
          @Nullable Role role,
      @Parameter(description = "Only those who belong to this client")
          @RequestParam(required = false)
          @Nullable UUID clientId,
      @Parameter(description = "Only those who may, or may not, log in")
          @RequestParam(required = false)
          @Nullable Boolean active,
      @Parameter(description = "Beginnings of words of the name, username, e-mail or telephone number")
          @RequestParam(required = false)
          @Nullable String q,
      PageRequest page) {
    var filter = new PersonFilter(role, clientId, active, null, SearchTerms.parse(q));
    return directory.find(filter, page).map(PersonView::of);
  }

  @PostMapping(
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "registerUser",
      summary = "Register a user",
      description =
          "They can log in once they have chosen a password (see their invitation). Answers 409"
              + " `already-taken` when the username or the e-mail address is somebody else's.")
  @ApiResponse(
      responseCode = "201",
      description = "The user",
      headers = {
        @Header(name = "ETag", description = "The user's version"),
        @Header(name = "Location", description = "Where the user is read")
      })
  ResponseEntity<PersonView> register(@RequestBody PersonDetails details) {
    PersonSnapshot person = management.register(Ids.next(), details, clock.instant());
    return ResponseEntity.created(URI.create("/api/v1/users/" + person.id()))
        .eTag(ETags.of(person.version()))
        .body(PersonView.of(person));
  }

  @GetMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(operationId = "readUser", summary = "One user")
  @ApiResponse(
      responseCode = "200",
      description = "The user",
      headers = @Header(name = "ETag", description = "The user's version"))
  ResponseEntity<PersonView> read(@PathVariable UUID id) {
    return answer(management.find(Whom.anybody(id)));
  }

  @PatchMapping(
      path = "/{id}",
      consumes = MergePatch.MEDIA_TYPE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "changeUser",
      summary = "Change a user",
      description =
          "`active: true` lets a deactivated user in again. Answers 409 `already-taken`,"
              + " `own-account` when admins take their own rights away, `last-admin` when nobody"
              + " would be left to be one.")
  @ApiResponse(
      responseCode = "200",
      description = "The user",
      headers = @Header(name = "ETag", description = "The user's version"))
  @ApiResponse(
      responseCode = "409",
      description = "Somebody else's username or e-mail address, one's own or the last admin's rights",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
              schema = @Schema(ref = "#/components/schemas/Problem")))
  ResponseEntity<PersonView> change(
      Caller caller, @PathVariable UUID id, IfMatch ifMatch, @RequestBody PersonPatch patch) {
    return answer(
        management.change(caller, Whom.anybody(id), ifMatch, patch::applyTo, clock.instant()));
  }

  @DeleteMapping("/{id}")
  @Operation(
      operationId = "removeUser",
      summary = "Deactivate a user, or erase them",
      description =
          "A deactivated user may no longer log in, and may be let in again. With `erase=true` all"
              + " that is personal is forgotten for good, and the user is no longer found. Answers"
              + " 409 `own-account` or `last-admin` where an admin would lock everybody out.")
  @ApiResponse(
      responseCode = "204",
      description = "Done",
      headers = @Header(name = "ETag", description = "The user's version"))
  @ApiResponse(
      responseCode = "409",
      description = "One's own, or the last admin's",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
              schema = @Schema(ref = "#/components/schemas/Problem")))
  ResponseEntity<Void> remove(
      Caller caller,
      @PathVariable UUID id,
      @Parameter(description = "Forget all that is personal, for good")
          @RequestParam(defaultValue = "false")
          boolean erase,
      IfMatch ifMatch) {
    Whom whom = Whom.anybody(id);
    long version =
        erase
            ? management.erase(caller, whom, ifMatch, clock.instant())
            : management.deactivate(caller, whom, ifMatch, clock.instant()).version();
    return ResponseEntity.noContent().eTag(ETags.of(version)).build();
  }

  private static ResponseEntity<PersonView> answer(PersonSnapshot person) {
    return ResponseEntity.ok().eTag(ETags.of(person.version())).body(PersonView.of(person));
  }
}
