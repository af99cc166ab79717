package com.accordenergie.user.imports.web;

import com.accordenergie.platform.identity.AllowedTo;
import com.accordenergie.platform.identity.Role;
import com.accordenergie.user.imports.ClientImport;
import com.accordenergie.user.imports.ImportResult;
import com.accordenergie.user.imports.TechnicianImport;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lists that were kept elsewhere. */
@RestController
@AllowedTo(Role.ADMIN)
class ImportController {

  private static final String TABLE = "text/csv";

  private static final String COMMON =
      " UTF-8, with or without a byte order mark, parted by semicolons or commas, the first line with"
          + " these names or the French ones; at most 5,000 lines and 2 MB. With `dryRun`, which is"
          + " the default, everything is checked and nothing written; without it all is written, or"
          + " nothing: 422 `import-refused` with the same `errors`. What is there already is left as"
          + " it is, so the same table may be sent again. For admins.";

  private final ClientImport clients;
  private final TechnicianImport technicians;
  private final Clock clock;

  ImportController(ClientImport clients, TechnicianImport technicians, Clock clock) {
    this.clients = clients;
    this.technicians = technicians;
    this.clock = clock;
  }

  @PostMapping(
      path = "/api/v1/clients/imports",
      consumes = TABLE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  @Tag(name = "Clients")
  @Operation(
      operationId = "importClients",
      summary = "Take on the clients of a table, with their sites",
      description =
          "A site a line: `name`, `contactName`, `phone`, `email`; `siteName`, `addressLine`,"
              + " `postalCode`, `city`, `siteContactName`, `siteContactPhone`, `accessNotes`. A client"
              + " with several sites has several lines; it is known by its name, a site by its name"
              + " and postal code."
              + COMMON)
  @ApiResponse(responseCode = "200", description = "What the table holds")
  @ApiResponse(
      responseCode = "413",
      description = "The table is larger than 2 MB",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
              schema = @Schema(ref = "#/components/schemas/Problem")))
  ImportResult clients(
      @io.swagger.v3.oas.annotations.parameters.RequestBody(
              content = @Content(mediaType = TABLE, schema = @Schema(type = "string")))
          @RequestBody
          byte[] table,
      @Parameter(description = "Only check") @RequestParam(defaultValue = "true") boolean dryRun) {
    return dryRun ? clients.check(table) : clients.write(table, clock.instant());
  }

  @PostMapping(
      path = "/api/v1/technicians/imports",
      consumes = TABLE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  @Tag(name = "Technicians")
  @Operation(
      operationId = "importTechnicians",
      summary = "Register the technicians of a table",
      description =
          "One a line: `username`, `email`, `displayName`, `phone`, `skills` (parted by commas,"
              + " semicolons or bars). Nobody is invited by it."
              + COMMON)
  @ApiResponse(responseCode = "200", description = "What the table holds")
  @ApiResponse(
      responseCode = "413",
      description = "The table is larger than 2 MB",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
              schema = @Schema(ref = "#/components/schemas/Problem")))
  ImportResult technicians(
      @io.swagger.v3.oas.annotations.parameters.RequestBody(
              content = @Content(mediaType = TABLE, schema = @Schema(type = "string")))
          @RequestBody
          byte[] table,
      @Parameter(description = "Only check") @RequestParam(defaultValue = "true") boolean dryRun) {
    return dryRun ? technicians.check(table) : technicians.write(table, clock.instant());
  }
}
