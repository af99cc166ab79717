package com.accordenergie.intervention.document.web;

import com.accordenergie.intervention.document.Appointments;
import com.accordenergie.intervention.document.Document;
import com.accordenergie.intervention.document.VisitReports;
import com.accordenergie.platform.identity.AllowedTo;
import com.accordenergie.platform.identity.Caller;
import com.accordenergie.platform.identity.Role;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What people take along. */
@RestController
@RequestMapping("/api/v1/interventions/{id}")
@AllowedTo({Role.ADMIN, Role.DISPATCHER, Role.TECHNICIAN, Role.CLIENT})
@Tag(name = "Interventions")
class DocumentController {

  private static final String CALENDAR = "text/calendar";

  /** A browser's viewer is a page around the file, which embeds it and styles itself. */
  private static final String VIEWER =
      "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'";

  private final VisitReports reports;
  private final Appointments appointments;
  private final Clock clock;

  DocumentController(VisitReports reports, Appointments appointments, Clock clock) {
    this.reports = reports;
    this.appointments = appointments;
    this.clock = clock;
  }

  @GetMapping(path = "/report.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
  @Operation(
      operationId = "printReport",
      summary = "The report on paper",
      description =
          "In French, the same for everybody who may see the intervention: what its client may read,"
              + " with the public photos and the signature. `actions` has `report` as soon as there"
              + " is one. While the pictures cannot be had it answers 503, never a paper without"
              + " them.")
  @ApiResponse(
      responseCode = "200",
      description = "A tagged PDF",
      headers = @Header(name = "Content-Disposition", description = "A name to save it under"),
      content =
          @Content(
              mediaType = MediaType.APPLICATION_PDF_VALUE,
              schema = @Schema(type = "string", format = "binary")))
  @ApiResponse(
      responseCode = "409",
      description = "`no-report-yet`",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
              schema = @Schema(ref = "#/components/schemas/Problem")))
  ResponseEntity<byte[]> report(@PathVariable UUID id, Caller caller) {
    return file(reports.print(id, caller, clock.instant()), MediaType.APPLICATION_PDF);
  }

  @GetMapping(path = "/appointment.ics", produces = CALENDAR)
  @Operation(
      operationId = "publishAppointment",
      summary = "The appointment, for a calendar",
      description =
          "One VEVENT (RFC 5545), in French. Its UID is the intervention's id and its SEQUENCE the"
              + " version, so that a calendar replaces what it had; a cancelled one has STATUS"
              + " CANCELLED. `actions` has `appointment` while there is one.")
  @ApiResponse(
      responseCode = "200",
      description = "An iCalendar object, METHOD PUBLISH",
      headers = @Header(name = "Content-Disposition", description = "A name to save it under"),
      content = @Content(mediaType = CALENDAR, schema = @Schema(type = "string")))
  @ApiResponse(
      responseCode = "409",
      description = "`no-appointment`",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
              schema = @Schema(ref = "#/components/schemas/Problem")))
  ResponseEntity<byte[]> appointment(@PathVariable UUID id, Caller caller) {
    return file(
        appointments.publish(id, caller),
        new MediaType(MediaType.parseMediaType(CALENDAR), StandardCharsets.UTF_8));
  }

  private static ResponseEntity<byte[]> file(Document document, MediaType type) {
    return ResponseEntity.ok()
        .contentType(type)
        .cacheControl(CacheControl.noStore().cachePrivate())
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.inline().filename(document.name()).build().toString())
        .header("Content-Security-Policy", VIEWER)
        .header("X-Content-Type-Options", "nosniff")
        .body(document.content());
  }
}
