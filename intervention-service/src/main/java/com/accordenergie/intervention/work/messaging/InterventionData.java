package com.accordenergie.intervention.work.messaging;

import com.accordenergie.intervention.history.FieldChange;
import com.accordenergie.intervention.history.Revision;
import com.accordenergie.intervention.work.Intervention;
import com.accordenergie.intervention.work.StatusChange;
import com.accordenergie.intervention.workflow.Category;
import com.accordenergie.intervention.workflow.Language;
import com.accordenergie.intervention.workflow.Status;
import com.accordenergie.platform.identity.Role;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The data of every {@code intervention.*} event: the state after the change, and the change. */
record InterventionData(
    UUID id,
    String reference,
    String title,
    String urgency,
    StatusData status,
    UUID clientId,
    UUID siteId,
    UUID ownerId,
    @Nullable UUID technicianId,
    @Nullable Instant plannedStart,
    @Nullable Instant plannedEnd,
    Instant createdAt,
    ChangedBy changedBy,
    Instant changedAt,
    List<FieldChange> changes,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable TransitionData transition) {

  /** Long texts stay at home: whoever needs them asks for them. */
  private static final Set<String> NOT_TOLD = Set.of("description", "report", "overrideReason");

  static InterventionData of(
      Intervention intervention,
      Status status,
      String urgency,
      Revision revision,
      @Nullable StatusChange change) {
    return new InterventionData(
        intervention.getId(),
        intervention.reference(),
        intervention.title(),
        urgency,
        StatusData.of(status),
        intervention.clientId(),
        intervention.siteId(),
        intervention.ownerId(),
        intervention.technicianId(),
        intervention.plannedStart(),
        intervention.plannedEnd(),
        intervention.createdAt(),
        new ChangedBy(revision.actorId(), revision.actorRole()),
        revision.at(),
        revision.changes().stream()
            .map(
                field ->
                    NOT_TOLD.contains(field.field())
                        ? new FieldChange(field.field(), null, null)
                        : field)
            .toList(),
        change == null
            ? null
            : new TransitionData(
                StepData.of(change.from()),
                StepData.of(change.to()),
                change.reason(),
                change.clientReason()));
  }

  record StatusData(String code, Category category, String label, String clientLabel) {

    static StatusData of(Status status) {
      return new StatusData(
          status.code(),
          status.category(),
          status.label(Language.FRENCH),
          status.clientLabel(Language.FRENCH));
    }
  }

  record ChangedBy(UUID id, Role role) {}

  record StepData(String code, String label, String clientLabel) {

    static StepData of(Status status) {
      return new StepData(
          status.code(), status.label(Language.FRENCH), status.clientLabel(Language.FRENCH));
    }
  }

  record TransitionData(
      StepData from, StepData to, @Nullable String reason, @Nullable String clientReason) {}
}
