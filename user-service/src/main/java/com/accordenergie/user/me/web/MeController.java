package com.accordenergie.user.me.web;

import com.accordenergie.platform.identity.Caller;
import com.accordenergie.platform.identity.Role;
import com.accordenergie.platform.problem.Problems;
import com.accordenergie.user.client.ClientReferences;
import com.accordenergie.user.person.PeopleManagement;
import com.accordenergie.user.person.PersonSnapshot;
import com.accordenergie.user.person.Whom;
import com.accordenergie.platform.identity.AllowedTo;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The caller, as they stand now: a token may be ten minutes old. */
@RestController
@RequestMapping("/api/v1/me")
@AllowedTo({Role.ADMIN, Role.DISPATCHER, Role.TECHNICIAN, Role.CLIENT})
@Tag(name = "Me")
class MeController {

  private final PeopleManagement people;
  private final ClientReferences clients;

  MeController(PeopleManagement people, ClientReferences clients) {
    this.people = people;
    this.clients = clients;
  }

  @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(operationId = "readMe", summary = "Whoever is logged in")
  @ApiResponse(responseCode = "200", description = "The caller, who is still let in: others answer 401")
  @ApiResponse(
      responseCode = "404",
      description = "The caller was erased meanwhile",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
              schema = @Schema(ref = "#/components/schemas/Problem")))
  ResponseEntity<MeView> read(Caller caller) {
    PersonSnapshot me = people.find(Whom.anybody(caller.id()));
    if (!me.active()) {
      throw Problems.loggedOut();
    }
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(MeView.of(me, clientName(me.details().clientId())));
  }

  private @Nullable String clientName(@Nullable UUID clientId) {
    return clientId == null ? null : clients.nameOf(clientId).orElse(null);
  }
}
