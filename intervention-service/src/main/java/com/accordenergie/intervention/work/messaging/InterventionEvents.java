package com.accordenergie.intervention.work.messaging;

import com.accordenergie.intervention.history.FieldChange;
import com.accordenergie.intervention.history.Revision;
import com.accordenergie.intervention.urgency.UrgencyList;
import com.accordenergie.intervention.work.Announcements;
import com.accordenergie.intervention.work.Intervention;
import com.accordenergie.intervention.work.StatusChange;
import com.accordenergie.intervention.workflow.Workflow;
import com.accordenergie.platform.messaging.EventType;
import com.accordenergie.platform.messaging.Outbox;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells the other services and the partners: one event for each version, with the whole state. */
@Component
class InterventionEvents implements Announcements {

  private static final EventType CREATED = EventType.v1("intervention.created");
  private static final EventType STATUS_CHANGED = EventType.v1("intervention.status-changed");
  private static final EventType HANDED_OVER = EventType.v1("intervention.handed-over");
  private static final EventType ASSIGNED = EventType.v1("intervention.assigned");
  private static final EventType SCHEDULED = EventType.v1("intervention.scheduled");
  private static final EventType UPDATED = EventType.v1("intervention.updated");

  private final Outbox outbox;
  private final UrgencyList urgencies;

  InterventionEvents(Outbox outbox, UrgencyList urgencies) {
    this.outbox = outbox;
    this.urgencies = urgencies;
  }

  @Override
  public void created(Intervention intervention, Revision revision, Workflow workflow) {
    append(CREATED, intervention, revision, null, workflow);
  }

  @Override
  public void changed(
      Intervention intervention,
      Revision revision,
      @Nullable StatusChange statusChange,
      Workflow workflow) {
    append(type(revision, statusChange), intervention, revision, statusChange, workflow);
  }

  /** What matters most gives the name. */
  private static EventType type(Revision revision, @Nullable StatusChange statusChange) {
    Set<String> fields =
        revision.changes().stream().map(FieldChange::field).collect(Collectors.toSet());
    if (statusChange != null) {
      return STATUS_CHANGED;
    }
    if (fields.contains("ownerId")) {
      return HANDED_OVER;
    }
    if (fields.contains("technicianId")) {
      return ASSIGNED;
    }
    if (fields.contains("plannedStart") || fields.contains("plannedEnd")) {
      return SCHEDULED;
    }
    return UPDATED;
  }

  private void append(
      EventType type,
      Intervention intervention,
      Revision revision,
      @Nullable StatusChange statusChange,
      Workflow workflow) {
    var data =
        InterventionData.of(
            intervention,
            workflow.status(intervention.statusId()),
            urgencies.get(intervention.urgencyId()).code(),
            revision,
            statusChange);
    outbox.append(
        type,
        intervention.getId(),
        intervention.getId(),
        intervention.version(),
        revision.at(),
        data);
  }
}
