package com.accordenergie.intervention.listing;

import com.accordenergie.intervention.workflow.Language;
import com.accordenergie.platform.identity.AllowedTo;
import com.accordenergie.platform.identity.Caller;
import com.accordenergie.platform.identity.Role;
import com.accordenergie.platform.paging.Page;
import com.accordenergie.platform.paging.PageRequest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.Parameters;
import io.swagger.v3.oas.annotations.enums.Explode;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The lists and the search. */
@RestController
@AllowedTo({Role.ADMIN, Role.DISPATCHER, Role.TECHNICIAN, Role.CLIENT})
@Tag(name = "Interventions")
class InterventionListController {

  /** How a page looks in the API's description. */
  @Schema(name = "InterventionPage")
  private record DescribedPage(
      @ArraySchema(
              schema =
                  @Schema(
                      oneOf = {
                        ListedIntervention.ForStaff.class,
                        ListedIntervention.ForClient.class
                      }))
          List<Object> items,
      @Nullable String nextCursor) {}

  private final InterventionList list;

  InterventionListController(InterventionList list) {
    this.list = list;
  }

  @GetMapping("/api/v1/interventions")
  @Operation(
      operationId = "listInterventions",
      summary = "List and search the interventions that the caller may see",
      description =
          """
          All interventions for an admin, the own ones for a dispatcher, the assigned ones for a \
          technician, those of their client for a client. Filters narrow that further; one that leads \
          out of it gives an empty page. Unknown parameters answer 400.""")

  @Parameters({
    @Parameter(
        name = "status", in = ParameterIn.QUERY, explode = Explode.FALSE,
        description = "Codes of statuses, separated by commas; any of them",
        array = @ArraySchema(schema = @Schema(type = "string", example = "NEW"))),
    @Parameter(
        name = "category", in = ParameterIn.QUERY, explode = Explode.FALSE,
        description = "Categories of statuses, separated by commas; any of them",
        array =
            @ArraySchema(
                schema =
                    @Schema(
                        implementation = com.accordenergie.intervention.workflow.Category.class))),
    @Parameter(
        name = "urgency", in = ParameterIn.QUERY, explode = Explode.FALSE,
        description = "Codes of urgencies, separated by commas; any of them",
        array = @ArraySchema(schema = @Schema(type = "string", example = "CRITICAL"))),
    @Parameter(
        name = "clientId", in = ParameterIn.QUERY,
        schema = @Schema(type = "string", format = "uuid")),
    @Parameter(
        name = "siteId", in = ParameterIn.QUERY,
        schema = @Schema(type = "string", format = "uuid")),
    @Parameter(
        name = "technicianId", in = ParameterIn.QUERY, description = "Not offered to clients",
        schema = @Schema(type = "string", format = "uuid")),
    @Parameter(
        name = "ownerId", in = ParameterIn.QUERY, description = "Not offered to clients",
        schema = @Schema(type = "string", format = "uuid")),
    @Parameter(
        name = "from", in = ParameterIn.QUERY,
        description = "The earliest time of what the list is sorted by",
        schema = @Schema(type = "string", format = "date-time")),
    @Parameter(
        name = "to", in = ParameterIn.QUERY,
        description = "The time of what the list is sorted by to stop before",
        schema = @Schema(type = "string", format = "date-time")),
    @Parameter(
        name = "overdue", in = ParameterIn.QUERY,
        description =
            "true: those past their due time, sorted by dueAt; false: the others. Not offered to"
                + " clients",
        schema = @Schema(type = "boolean")),
    @Parameter(
        name = "q", in = ParameterIn.QUERY,
        description =
            "Words of reference, title, description or client's name, whatever their accents and case;"
                + " all of them, the last one perhaps unfinished",
        schema = @Schema(type = "string", maxLength = 200)),
    @Parameter(
        name = "sort", in = ParameterIn.QUERY,
        description =
            "plannedStart lists what is planned, dueAt what has a running clock, which clients are not"
                + " told; a - in front turns the order round",
        schema =
            @Schema(
                type = "string",
                allowableValues = {
                  "createdAt", "-createdAt", "plannedStart", "-plannedStart", "dueAt", "-dueAt"
                },
                defaultValue = "-createdAt"))
  })
  @ApiResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON_VALUE,
              schema = @Schema(implementation = DescribedPage.class)))
  @ApiResponse(
      responseCode = "422",
      description = "An unknown code, from after to, or a search that is too broad",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
              schema = @Schema(ref = "#/components/schemas/Problem")))
  Page<ListedIntervention> list(
      @Parameter(hidden = true) Caller caller,
      @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> query,
      @Parameter(hidden = true) PageRequest page,
      @Parameter(description = "fr unless en is asked for")
          @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false)
          @Nullable String language) {
    return list.page(CriteriaReader.read(query, caller), page, Language.of(language));
  }
}
