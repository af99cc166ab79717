package com.accordenergie.user.partner.web;

import com.accordenergie.platform.id.Ids;
import com.accordenergie.platform.identity.AllowedTo;
import com.accordenergie.platform.identity.Caller;
import com.accordenergie.platform.identity.Role;
import com.accordenergie.platform.paging.Page;
import com.accordenergie.platform.paging.PageRequest;
import com.accordenergie.platform.problem.Problems;
import com.accordenergie.platform.web.ETags;
import com.accordenergie.platform.web.IfMatch;
import com.accordenergie.platform.web.MergePatch;
import com.accordenergie.user.partner.PartnerDetails;
import com.accordenergie.user.partner.PartnerDirectory;
import com.accordenergie.user.partner.PartnerFilter;
import com.accordenergie.user.partner.PartnerManagement;
import com.accordenergie.user.partner.PartnerOrder;
import com.accordenergie.user.partner.PartnerSnapshot;
import com.accordenergie.user.partner.PartnerState;
import com.accordenergie.user.search.SearchTerms;
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

/** Programs of other companies, as an admin sees them. */
@RestController
@RequestMapping("/api/v1/partners")
@AllowedTo(Role.ADMIN)
@Tag(name = "Partners", description = "Programs of other companies, and what they may read")
class PartnerController {

  private static final String BY_NAME = "name";
  private static final String NEWEST_FIRST = "-createdAt";

  private final PartnerManagement management;
  private final PartnerDirectory directory;
  private final Clock clock;

  PartnerController(PartnerManagement management, PartnerDirectory directory, Clock clock) {
    this.management = management;
    this.directory = directory;
    this.clock = clock;
  }

  @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "listPartners",
      summary = "List partners",
      description = "For admins. With `q` by the word that was found.")
  @ApiResponse(responseCode = "200", description = "A page of partners")
  Page<PartnerView> list(
      @Parameter(description = "Only those in this state") @RequestParam(required = false)
          @Nullable PartnerState state,
      @Parameter(description = "Beginnings of words of the name and the e-mail address")
          @RequestParam(required = false)
          @Nullable String q,
      @Parameter(
              description = "`name`, which is the order unless told, or `-createdAt`; not with `q`",
              schema = @Schema(allowableValues = {BY_NAME, NEWEST_FIRST}))
          @RequestParam(required = false)
          @Nullable String sort,
      PageRequest page) {
    SearchTerms terms = SearchTerms.parse(q);
    if (terms != null && sort != null) {
      throw Problems.malformed("?sort", "What is searched comes by the word that was found.");
    }
    return directory.find(new PartnerFilter(state, terms, order(sort)), page).map(PartnerView::of);
  }

  private static PartnerOrder order(@Nullable String sort) {
    if (sort == null || sort.equals(BY_NAME)) {
      return PartnerOrder.BY_NAME;
    }
    if (sort.equals(NEWEST_FIRST)) {
      return PartnerOrder.NEWEST_FIRST;
    }
    throw Problems.malformed("?sort", "It is one of name, -createdAt.");
  }

  @PostMapping(
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "takeOnPartner",
      summary = "Take a partner on",
      description =
          "For admins. It is active at once; to log in it needs credentials. Its stream begins with"
              + " the past of its clients, as far as that is kept.")
  @ApiResponse(
      responseCode = "201",
      description = "The partner",
      headers = {
        @Header(name = "ETag", description = "The partner's version"),
        @Header(name = "Location", description = "Where the partner is read")
      })
  @ApiResponse(
      responseCode = "409",
      description = "Another partner has this name",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
              schema = @Schema(ref = "#/components/schemas/Problem")))
  ResponseEntity<PartnerView> takeOn(@RequestBody PartnerDetails details, Caller caller) {
    PartnerSnapshot partner = management.takeOn(Ids.next(), details, caller, clock.instant());
    return ResponseEntity.created(URI.create("/api/v1/partners/" + partner.id()))
        .eTag(ETags.of(partner.version()))
        .body(PartnerView.of(partner));
  }

  @GetMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(operationId = "readPartner", summary = "One partner", description = "For admins.")
  @ApiResponse(
      responseCode = "200",
      description = "The partner",
      headers = @Header(name = "ETag", description = "The partner's version"))
  ResponseEntity<PartnerView> read(@PathVariable UUID id) {
    return answer(management.find(id).orElseThrow(Problems::notFound));
  }

  @PatchMapping(
      path = "/{id}",
      consumes = MergePatch.MEDIA_TYPE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "changePartner",
      summary = "Change, suspend or resume a partner",
      description =
          "For admins. Lists are replaced as a whole. When what it may read changes, its stream is"
              + " written anew from the log and then takes the old one's place: the past of a new"
              + " client appears, that of a removed one vanishes. A suspended partner reads nothing;"
              + " resumed, it goes on where it was.")
  @ApiResponse(
      responseCode = "200",
      description = "The partner",
      headers = @Header(name = "ETag", description = "The partner's version"))
  @ApiResponse(
      responseCode = "409",
      description = "The partner was retired, or another one has this name",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
              schema = @Schema(ref = "#/components/schemas/Problem")))
  ResponseEntity<PartnerView> change(
      @PathVariable UUID id, IfMatch ifMatch, @RequestBody PartnerPatch patch, Caller caller) {
    return answer(management.change(id, ifMatch, patch::applyTo, caller, clock.instant()));
  }

  @DeleteMapping("/{id}")
  @Operation(
      operationId = "retirePartner",
      summary = "Retire a partner",
      description = "For admins, and for good: its stream is deleted and its name is free again.")
  @ApiResponse(
      responseCode = "204",
      description = "The partner is retired",
      headers = @Header(name = "ETag", description = "The partner's version"))
  ResponseEntity<Void> retire(@PathVariable UUID id, IfMatch ifMatch, Caller caller) {
    PartnerSnapshot partner = management.retire(id, ifMatch, caller, clock.instant());
    return ResponseEntity.noContent().eTag(ETags.of(partner.version())).build();
  }

  private static ResponseEntity<PartnerView> answer(PartnerSnapshot partner) {
    return ResponseEntity.ok().eTag(ETags.of(partner.version())).body(PartnerView.of(partner));
  }
}
