package com.accordenergie.intervention.work.web;

import com.accordenergie.intervention.work.AllowedTransition;
import com.accordenergie.intervention.workflow.Category;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An intervention: all of it for the staff, the client's part of it for a client. */
@Schema(oneOf = {InterventionView.ForStaff.class, InterventionView.ForClient.class})
sealed interface InterventionView {

  @Schema(name = "InterventionStatus")
  record StatusView(String code, String label, Category category, String color) {}

  @Schema(name = "InterventionUrgency")
  record UrgencyView(String code, String label, short rank, String color) {}

  @Schema(name = "InterventionSite")
  record SiteView(
      UUID id,
      String name,
      String addressLine,
      String postalCode,
      String city,
      @Nullable String contactName,
      @Nullable String contactPhone,
      @Nullable String accessNotes) {}

  /**
   * @param overdue whether the next due time has passed
   * @param takeOverDueAt until somebody is in charge; null afterwards
   * @param resolveDueAt null while the urgency clock stands still
   * @param dueAt the next of the two
   * @param actions what else the reader may do: change, handOver, comment, report and appointment (to
   *     read them)
   */
  @Schema(name = "StaffIntervention")
  record ForStaff(
      UUID id,
      String reference,
      String title,
      String description,
      StatusView status,
      Instant statusSince,
      @Nullable String statusReason,
      UrgencyView urgency,
      UUID clientId,
      @Nullable String clientName,
      UUID siteId,
      @Nullable SiteView site,
      UUID ownerId,
      @Nullable String ownerName,
      @Nullable UUID technicianId,
      @Nullable String technicianName,
      @Nullable Instant plannedStart,
      @Nullable Instant plannedEnd,
      @Nullable String overrideReason,
      @Nullable Instant actualStart,
      @Nullable Instant actualEnd,
      @Nullable String report,
      @Nullable Instant takeOverDueAt,
      @Nullable Instant resolveDueAt,
      @Nullable Instant dueAt,
      boolean overdue,
      Instant createdAt,
      Instant updatedAt,
      long version,
      List<AllowedTransition> allowedTransitions,
      List<String> actions)
      implements InterventionView {}

  /** Nothing of how the house works inside: no owner, no internal reason, no due times. */
  @Schema(name = "ClientIntervention")
  record ForClient(
      UUID id,
      String reference,
      String title,
      String description,
      StatusView status,
      UrgencyView urgency,
      UUID clientId,
      UUID siteId,
      @Nullable SiteView site,
      @Nullable String technicianName,
      @Nullable Instant plannedStart,
      @Nullable Instant plannedEnd,
      @Nullable Instant actualStart,
      @Nullable Instant actualEnd,
      @Nullable String report,
      Instant createdAt,
      Instant updatedAt,
      long version,
      List<AllowedTransition> allowedTransitions,
      List<String> actions)
      implements InterventionView {}
}
