package com.accordenergie.intervention.work;

import com.accordenergie.intervention.planning.Slot;
import com.accordenergie.intervention.urgency.Urgency;
import com.accordenergie.intervention.urgency.UrgencyList;
import com.accordenergie.intervention.workflow.Category;
import com.accordenergie.intervention.workflow.Language;
import com.accordenergie.intervention.workflow.Status;
import com.accordenergie.intervention.workflow.Transition;
import com.accordenergie.intervention.workflow.Workflow;
import com.accordenergie.intervention.workflow.Workflows;
import com.accordenergie.platform.identity.Caller;
import com.accordenergie.platform.identity.Role;
import com.accordenergie.platform.problem.Problems;
import com.accordenergie.platform.web.IfMatch;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes an intervention from one status to another, along the ways that the workflow has. */
@Component
public class Transitioning {

  private final Reading reading;
  private final Workflows workflows;
  private final UrgencyList urgencies;
  private final Technicians technicians;
  private final Planning planning;
  private final Recording recording;

  Transitioning(
      Reading reading,
      Workflows workflows,
      UrgencyList urgencies,
      Technicians technicians,
      Planning planning,
      Recording recording) {
    this.reading = reading;
    this.workflows = workflows;
    this.urgencies = urgencies;
    this.technicians = technicians;
    this.planning = planning;
    this.recording = recording;
  }

  /**
   * Where to, and with what.
   *
   * @param occurredAt when it happened, if that was not just now
   */
  public record Step(
      String to,
      @Nullable String reason,
      @Nullable String report,
      @Nullable UUID technicianId,
      @Nullable Instant plannedStart,
      @Nullable Instant plannedEnd,
      @Nullable String overrideReason,
      @Nullable Instant occurredAt) {

    public static Step to(String status) {
      return new Step(status, null, null, null, null, null, null, null);
    }

    public Step because(String why) {
      return new Step(
          to, why, report, technicianId, plannedStart, plannedEnd, overrideReason, occurredAt);
    }

    public Step reporting(String text) {
      return new Step(
          to, reason, text, technicianId, plannedStart, plannedEnd, overrideReason, occurredAt);
    }

    public Step by(UUID technician) {
      return new Step(
          to, reason, report, technician, plannedStart, plannedEnd, overrideReason, occurredAt);
    }

    public Step in(Slot slot) {
      return new Step(
          to, reason, report, technicianId, slot.start(), slot.end(), overrideReason, occurredAt);
    }
  }

  /** The ways that this caller may take from where the intervention stands. */
  public static List<Transition> allowed(
      Intervention intervention, Caller caller, Workflow workflow) {
    return StepRule.allowed(intervention, caller, workflow);
  }

  /**
   * @param language in which a refusal names the ways that there are
   */
  @Transactional
  public Intervention transition(
      UUID id, Step step, IfMatch ifMatch, Caller caller, Language language, Instant now) {
    Intervention intervention = reading.forChange(id, caller);
    ifMatch.check(intervention.version());
    Instant time = intervention.noEarlierThanItsLastChange(now);
    Workflow workflow = workflows.current();
    Status from = workflow.status(intervention.statusId());
    Status to =
        workflow
            .status(step.to())
            .orElseThrow(() -> Problems.invalid("#/to", "There is no such status."));
    Transition way = workflow.between(from, to).orElse(null);
    StepRule.check(
        new StepRule.Attempt(
            intervention, caller, workflow, from, to, way, step, language, time));
    Instant occurred = occurred(intervention, step, time);
    workflows.entered(to);
    follow(intervention, step, slot(step), workflow, from, to, caller.role(), occurred);
    var change =
        new StatusChange(
            from,
            to,
            step.reason(),
            to.tellsClientTheReason() ? step.reason() : null);
    return recording.changed(
        intervention, caller, step.reason(), change, workflow, time, occurred);
  }

  /** Steps keep their order, however wrong the device's clock is. */
  private static Instant occurred(Intervention intervention, Step step, Instant now) {
    Instant told = step.occurredAt();
    if (told == null || told.isAfter(now)) {
      return now;
    }
    return told.isBefore(intervention.statusSince()) ? intervention.statusSince() : told;
  }

  private void follow(
      Intervention intervention,
      Step step,
      @Nullable Slot slot,
      Workflow workflow,
      Status from,
      Status to,
      Role by,
      Instant now) {
    Urgency urgency = urgencies.get(intervention.urgencyId());
    if (step.technicianId() != null) {
      intervention.assignTo(technicians.active(step.technicianId()));
    } else if (slot != null) {
      technicians.requireStillHere(intervention.technicianId());
    }
    if (slot != null) {
      intervention.plan(slot, step.overrideReason());
    } else if (losesItsSlot(from, to)) {
      intervention.plan(null, null);
    }
    if (step.report() != null) {
      intervention.report(step.report());
    }
    intervention.enter(from, to, step.reason(), by, urgency, now);
    if (to.category() == Category.ACTIVE && isAtWork(to, workflow)) {
      intervention.begin(now);
    }
    if (to.category() == Category.RESOLVED) {
      intervention.end(now);
    }
    planning.keepInStep(intervention, slot != null || step.technicianId() != null);
  }

  /** Planned without needing a slot: the appointment is off, or was over, and the technician stays. */
  private static boolean losesItsSlot(Status from, Status to) {
    return to.category() == Category.PLANNED
        && (from.category() == Category.PLANNED || !from.category().keepsBooking());
  }

  /**
   * Of several active statuses the last in order is the work itself, those before it are the way
   * there.
   */
  private static boolean isAtWork(Status to, Workflow workflow) {
    return workflow.statuses().stream()
        .filter(status -> status.isActive() && status.category() == Category.ACTIVE)
        .allMatch(status -> status.position() <= to.position());
  }

  private static @Nullable Slot slot(Step step) {
    if (step.plannedStart() == null || step.plannedEnd() == null) {
      return null;
    }
    return Slot.of(step.plannedStart(), step.plannedEnd());
  }
}
