package com.accordenergie.intervention.work;

import com.accordenergie.intervention.history.FieldChange;
import com.accordenergie.intervention.history.History;
import com.accordenergie.intervention.history.Revision;
import com.accordenergie.intervention.workflow.Workflow;
import com.accordenergie.platform.identity.Caller;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Stores a change: the row, its revision in the history and its event, in one transaction. One
 * change is one version.
 */
@Component
class Recording {

  private final Interventions interventions;
  private final History history;
  private final Announcements announcements;
  private final ApplicationEventPublisher insideEvents;

  Recording(
      Interventions interventions,
      History history,
      Announcements announcements,
      ApplicationEventPublisher insideEvents) {
    this.interventions = interventions;
    this.history = history;
    this.announcements = announcements;
    this.insideEvents = insideEvents;
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public Intervention created(
      Intervention intervention, Caller caller, Workflow workflow, Instant now) {
    Revision revision = store(intervention, caller, null, now, now);
    announcements.created(intervention, revision, workflow);
    return intervention;
  }

  /**
   * @param now when it is written down
   * @param occurred when it happened
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Intervention changed(
      Intervention intervention,
      Caller caller,
      @Nullable String reason,
      @Nullable StatusChange statusChange,
      Workflow workflow,
      Instant now,
      Instant occurred) {
    if (intervention.changes().isEmpty()) {
      return intervention;
    }
    intervention.touch(now);
    Revision revision = store(intervention, caller, reason, now, occurred);
    announcements.changed(intervention, revision, statusChange, workflow);
    return intervention;
  }

  private Revision store(
      Intervention intervention,
      Caller caller,
      @Nullable String reason,
      Instant now,
      Instant occurred) {
    List<FieldChange> changes = intervention.changes();
    interventions.saveAndFlush(intervention);
    if (!intervention.isOneVersionFurther()) {
      throw new IllegalStateException("Half of the change was written before: it would be two versions.");
    }
    var revision =
        new Revision(
            intervention.version(),
            now,
            occurred,
            caller.id(),
            caller.role(),
            reason,
            merged(changes));
    history.add(intervention.getId(), revision);
    intervention.beginNextVersion();
    insideEvents.publishEvent(new InterventionStored(intervention.getId()));
    return revision;
  }

  /** A field that changed twice on the way changed once. */
  private static List<FieldChange> merged(List<FieldChange> changes) {
    var byField = new LinkedHashMap<String, FieldChange>();
    for (FieldChange change : changes) {
      byField.merge(
          change.field(),
          change,
          (first, last) -> new FieldChange(first.field(), first.from(), last.to()));
    }
    return byField.values().stream()
        .filter(change -> !Objects.equals(change.from(), change.to()))
        .toList();
  }
}
