package com.accordenergie.intervention.listing;

import com.accordenergie.intervention.workflow.Category;
import com.accordenergie.platform.identity.Role;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A line of a list: one shape for staff, another for clients, who share no field by accident. */
sealed interface ListedIntervention {

  UUID id();

  /** A status or its wording for the reader, in the reader's language. */
  @Schema(name = "ListedStatus")
  record StatusLabel(String code, String label, Category category, String color) {}

  @Schema(name = "ListedUrgency")
  record UrgencyLabel(String code, String label, int rank, String color) {}

  /**
   * For everybody but clients.
   *
   * @param statusReason why it stands where it stands: refused, on hold, reopened
   * @param statusBy in which role somebody put it there; null where it began
   * @param dueAt null while no clock runs
   */
  @Schema(name = "StaffListedIntervention")
  record ForStaff(
      UUID id,
      String reference,
      String title,
      StatusLabel status,
      @Nullable String statusReason,
      @Nullable Role statusBy,
      UrgencyLabel urgency,
      UUID clientId,
      @Nullable String clientName,
      UUID siteId,
      @Nullable String siteName,
      @Nullable String city,
      UUID ownerId,
      @Nullable String ownerName,
      @Nullable UUID technicianId,
      @Nullable String technicianName,
      @Nullable Instant plannedStart,
      @Nullable Instant plannedEnd,
      @Nullable Instant dueAt,
      boolean overdue,
      Instant createdAt,
      Instant updatedAt,
      long version)
      implements ListedIntervention {}

  /** For a client: the status in the client's wording, nobody's name behind the desk, no due time. */
  @Schema(name = "ClientListedIntervention")
  record ForClient(
      UUID id,
      String reference,
      String title,
      StatusLabel status,
      UrgencyLabel urgency,
      UUID clientId,
      @Nullable String clientName,
      UUID siteId,
      @Nullable String siteName,
      @Nullable String city,
      @Nullable String technicianName,
      @Nullable Instant plannedStart,
      @Nullable Instant plannedEnd,
      Instant createdAt,
      Instant updatedAt,
      long version)
      implements ListedIntervention {}
}
