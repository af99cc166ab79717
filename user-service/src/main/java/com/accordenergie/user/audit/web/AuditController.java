package com.accordenergie.user.audit.web;

import com.accordenergie.platform.identity.AllowedTo;
import com.accordenergie.platform.identity.Role;
import com.accordenergie.platform.paging.Page;
import com.accordenergie.platform.paging.PageRequest;
import com.accordenergie.user.audit.AuditEntry;
import com.accordenergie.user.audit.AuditFilter;
import com.accordenergie.user.audit.AuditJournal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The journal of the suite. */
@RestController
@AllowedTo(Role.ADMIN)
@Tag(name = "Audit", description = "Who changed what, and when")
class AuditController {

  private final AuditJournal journal;

  AuditController(AuditJournal journal) {
    this.journal = journal;
  }

  @GetMapping(path = "/api/v1/audit", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "readAudit",
      summary = "Who changed what, the latest first",
      description =
          "For admins. Changes of interventions, comments, attachments, users, clients, sites,"
              + " partners and lists, as soon as their events have arrived; kept for 13 months.")
  @ApiResponse(responseCode = "200", description = "A page of changes")
  Page<AuditView> read(
      @Parameter(description = "Only what this person did") @RequestParam(required = false)
          @Nullable UUID actorId,
      @Parameter(description = "Only changes of this kind of thing") @RequestParam(required = false)
          AuditEntry.@Nullable Kind kind,
      @Parameter(description = "Only changes of this thing") @RequestParam(required = false)
          @Nullable UUID subjectId,
      @Parameter(description = "RFC 3339; this time or later") @RequestParam(required = false)
          @Nullable Instant from,
      @Parameter(description = "RFC 3339; before this time") @RequestParam(required = false)
          @Nullable Instant to,
      PageRequest page) {
    return journal.find(new AuditFilter(actorId, kind, subjectId, from, to), page).map(AuditView::of);
  }
}
