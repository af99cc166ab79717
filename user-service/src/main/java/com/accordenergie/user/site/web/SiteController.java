package com.accordenergie.user.site.web;

import com.accordenergie.platform.id.Ids;
import com.accordenergie.platform.identity.Role;
import com.accordenergie.platform.paging.Page;
import com.accordenergie.platform.paging.PageRequest;
import com.accordenergie.platform.web.ETags;
import com.accordenergie.platform.web.IfMatch;
import com.accordenergie.platform.web.MergePatch;
import com.accordenergie.user.site.SiteDetails;
import com.accordenergie.user.site.SiteDirectory;
import com.accordenergie.user.site.SiteManagement;
import com.accordenergie.user.site.SiteSnapshot;
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

/** Where a client's installations stand. */
@RestController
@RequestMapping("/api/v1/clients/{clientId}/sites")
@AllowedTo(Role.ADMIN)
@Tag(name = "Sites", description = "Where a client's installations stand")
class SiteController {

  private final SiteManagement management;
  private final SiteDirectory directory;
  private final Clock clock;

  SiteController(SiteManagement management, SiteDirectory directory, Clock clock) {
    this.management = management;
    this.directory = directory;
    this.clock = clock;
  }

  @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  @AllowedTo({Role.ADMIN, Role.DISPATCHER})
  @Operation(
      operationId = "listSites",
      summary = "List a client's sites",
      description = "For admins and dispatchers. By name.")
  @ApiResponse(responseCode = "200", description = "A page of sites")
  Page<SiteView> list(
      @PathVariable UUID clientId,
      @Parameter(description = "Only those the company still goes to, or no longer")
          @RequestParam(required = false)
          @Nullable Boolean active,
      PageRequest page) {
    return directory.find(clientId, active, page).map(SiteView::of);
  }

  @PostMapping(
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  @AllowedTo({Role.ADMIN, Role.DISPATCHER})
  @Operation(
      operationId = "openSite",
      summary = "Add a site to a client",
      description =
          "For admins and dispatchers. Answers 409 `client-retired` when the client was retired.")
  @ApiResponse(
      responseCode = "201",
      description = "The site",
      headers = {
        @Header(name = "ETag", description = "The site's version"),
        @Header(name = "Location", description = "Where the site is read")
      })
  ResponseEntity<SiteView> open(@PathVariable UUID clientId, @RequestBody SiteDetails details) {
    SiteSnapshot site = management.open(Ids.next(), clientId, details, clock.instant());
    return ResponseEntity.created(URI.create("/api/v1/clients/" + clientId + "/sites/" + site.id()))
        .eTag(ETags.of(site.version()))
        .body(SiteView.of(site));
  }

  @GetMapping(path = "/{siteId}", produces = MediaType.APPLICATION_JSON_VALUE)
  @AllowedTo({Role.ADMIN, Role.DISPATCHER})
  @Operation(
      operationId = "readSite",
      summary = "One site",
      description = "For admins and dispatchers.")
  @ApiResponse(
      responseCode = "200",
      description = "The site",
      headers = @Header(name = "ETag", description = "The site's version"))
  ResponseEntity<SiteView> read(@PathVariable UUID clientId, @PathVariable UUID siteId) {
    return answer(management.find(clientId, siteId));
  }

  @PatchMapping(
      path = "/{siteId}",
      consumes = MergePatch.MEDIA_TYPE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "changeSite",
      summary = "Change a site",
      description =
          "For admins. `active: true` takes a retired site back, unless its client was retired too:"
              + " then it answers 409 `client-retired`.")
  @ApiResponse(
      responseCode = "200",
      description = "The site",
      headers = @Header(name = "ETag", description = "The site's version"))
  @ApiResponse(
      responseCode = "409",
      description = "The client was retired",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
              schema = @Schema(ref = "#/components/schemas/Problem")))
  ResponseEntity<SiteView> change(
      @PathVariable UUID clientId,
      @PathVariable UUID siteId,
      IfMatch ifMatch,
      @RequestBody SitePatch patch) {
    return answer(management.change(clientId, siteId, ifMatch, patch::applyTo, clock.instant()));
  }

  @DeleteMapping("/{siteId}")
  @Operation(
      operationId = "retireSite",
      summary = "Retire a site",
      description = "For admins. The site stays, inactive, since interventions tell of it.")
  @ApiResponse(
      responseCode = "204",
      description = "The site is retired",
      headers = @Header(name = "ETag", description = "The site's version"))
  ResponseEntity<Void> retire(
      @PathVariable UUID clientId, @PathVariable UUID siteId, IfMatch ifMatch) {
    SiteSnapshot site = management.retire(clientId, siteId, ifMatch, clock.instant());
    return ResponseEntity.noContent().eTag(ETags.of(site.version())).build();
  }

  private static ResponseEntity<SiteView> answer(SiteSnapshot site) {
    return ResponseEntity.ok().eTag(ETags.of(site.version())).body(SiteView.of(site));
  }
}
