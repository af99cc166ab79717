package com.accordenergie.user.client.web;

import com.accordenergie.platform.id.Ids;
import com.accordenergie.platform.identity.Role;
import com.accordenergie.platform.paging.Page;
import com.accordenergie.platform.paging.PageRequest;
import com.accordenergie.platform.web.ETags;
import com.accordenergie.platform.web.IfMatch;
import com.accordenergie.platform.web.MergePatch;
import com.accordenergie.user.client.ClientDetails;
import com.accordenergie.user.client.ClientDirectory;
import com.accordenergie.user.client.ClientFilter;
import com.accordenergie.user.client.ClientManagement;
import com.accordenergie.user.client.ClientSnapshot;
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

/** Those whom the company works for. */
@RestController
@RequestMapping("/api/v1/clients")
@AllowedTo(Role.ADMIN)
@Tag(name = "Clients", description = "Those whom the company works for")
class ClientController {

  private final ClientManagement management;
  private final ClientDirectory directory;
  private final Clock clock;

  ClientController(ClientManagement management, ClientDirectory directory, Clock clock) {
    this.management = management;
    this.directory = directory;
    this.clock = clock;
  }

  @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  @AllowedTo({Role.ADMIN, Role.DISPATCHER})
  @Operation(
      operationId = "listClients",
      summary = "List clients",
      description = "For admins and dispatchers. By name; with `q` by the word that was found.")
  @ApiResponse(responseCode = "200", description = "A page of clients")
  Page<ClientView> list(
      @Parameter(description = "Only those the company still works for, or no longer")
          @RequestParam(required = false)
          @Nullable Boolean active,
      @Parameter(
              description =
                  "Beginnings of words of the name, code, contact, telephone number, and of the"
                      + " names, addresses, cities, contacts and numbers of its sites. A telephone"
                      + " number is found however it is written")
          @RequestParam(required = false)
          @Nullable String q,
      PageRequest page) {
    return directory.find(new ClientFilter(active, SearchTerms.parse(q)), page).map(ClientView::of);
  }

  @PostMapping(
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  @AllowedTo({Role.ADMIN, Role.DISPATCHER})
  @Operation(
      operationId = "takeOnClient",
      summary = "Take a client on",
      description = "For admins and dispatchers. The client is given the next code.")
  @ApiResponse(
      responseCode = "201",
      description = "The client",
      headers = {
        @Header(name = "ETag", description = "The client's version"),
        @Header(name = "Location", description = "Where the client is read")
      })
  ResponseEntity<ClientView> takeOn(@RequestBody ClientDetails details) {
    ClientSnapshot client = management.takeOn(Ids.next(), details, clock.instant());
    return ResponseEntity.created(URI.create("/api/v1/clients/" + client.id()))
        .eTag(ETags.of(client.version()))
        .body(ClientView.of(client));
  }

  @GetMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
  @AllowedTo({Role.ADMIN, Role.DISPATCHER})
  @Operation(
      operationId = "readClient",
      summary = "One client",
      description = "For admins and dispatchers.")
  @ApiResponse(
      responseCode = "200",
      description = "The client",
      headers = @Header(name = "ETag", description = "The client's version"))
  ResponseEntity<ClientView> read(@PathVariable UUID id) {
    return answer(management.find(id));
  }

  @PatchMapping(
      path = "/{id}",
      consumes = MergePatch.MEDIA_TYPE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "changeClient",
      summary = "Change a client",
      description =
          "For admins. `active: true` takes a retired client back; `active: false` answers 409"
              + " `client-in-use` while it has active users.")
  @ApiResponse(
      responseCode = "200",
      description = "The client",
      headers = @Header(name = "ETag", description = "The client's version"))
  @ApiResponse(
      responseCode = "409",
      description = "The client has active users",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
              schema = @Schema(ref = "#/components/schemas/Problem")))
  ResponseEntity<ClientView> change(
      @PathVariable UUID id, IfMatch ifMatch, @RequestBody ClientPatch patch) {
    return answer(management.change(id, ifMatch, patch::applyTo, clock.instant()));
  }

  @DeleteMapping("/{id}")
  @Operation(
      operationId = "retireClient",
      summary = "Retire a client",
      description =
          "For admins. The client stays, inactive, since interventions tell of it. Answers 409"
              + " `client-in-use` while it has active users: deactivate them first.")
  @ApiResponse(
      responseCode = "204",
      description = "The client is retired",
      headers = @Header(name = "ETag", description = "The client's version"))
  @ApiResponse(
      responseCode = "409",
      description = "The client has active users",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
              schema = @Schema(ref = "#/components/schemas/Problem")))
  ResponseEntity<Void> retire(@PathVariable UUID id, IfMatch ifMatch) {
    ClientSnapshot client = management.retire(id, ifMatch, clock.instant());
    return ResponseEntity.noContent().eTag(ETags.of(client.version())).build();
  }

  private static ResponseEntity<ClientView> answer(ClientSnapshot client) {
    return ResponseEntity.ok().eTag(ETags.of(client.version())).body(ClientView.of(client));
  }
}
