package com.accordenergie.intervention.work;

import static com.accordenergie.intervention.work.WorkProblems.TRANSITION_NOT_ALLOWED;

import com.accordenergie.intervention.directory.Directory;
import com.accordenergie.intervention.directory.Person;
import com.accordenergie.intervention.planning.Slot;
import com.accordenergie.intervention.urgency.Urgency;
import com.accordenergie.intervention.urgency.UrgencyList;
import com.accordenergie.intervention.work.messaging.InterventionEvents.StatusChange;
import com.accordenergie.intervention.workflow.Category;
import com.accordenergie.intervention.workflow.Language;
import com.accordenergie.intervention.workflow.Status;
import com.accordenergie.intervention.workflow.Transition;
import com.accordenergie.intervention.workflow.Workflow;
import com.accordenergie.intervention.workflow.Workflows;
import com.accordenergie.platform.identity.Caller;
import com.accordenergie.platform.identity.Role;
import com.accordenergie.platform.problem.ProblemException;
import com.accordenergie.platform.problem.Problems;
import com.accordenergie.platform.problem.Violation;
import com.accordenergie.platform.web.IfMatch;
import java.time.Instant;
import java.util.ArrayList;
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
  private final Directory directory;
  private final Planning planning;
  private final Recording recording;

  Transitioning(
      Reading reading,
      Workflows workflows,
      UrgencyList urgencies,
      Directory directory,
      Planning planning,
      Recording recording) {
    this.reading = reading;
    this.workflows = workflows;
    this.urgencies = urgencies;
    this.directory = directory;
    this.planning = planning;
    this.recording = recording;
  }

  /** Where to, and with what. */
  public record Step(
      String to,
      @Nullable String reason,
      @Nullable String report,
      @Nullable UUID technicianId,
      @Nullable Instant plannedStart,
      @Nullable Instant plannedEnd,
      @Nullable String overrideReason) {

    public static Step to(String status) {
      return new Step(status, null, null, null, null, null, null);
    }
  }

  /** The ways that this caller may take from where the intervention stands. */
  public static List<Transition> allowed(
      Intervention intervention, Caller caller, Workflow workflow) {
    return workflow.from(workflow.status(intervention.statusId())).stream()
        .filter(way -> Access.mayDo(way, caller, intervention))
        .toList();
  }

  @Transactional
  public Intervention transition(
      UUID id, Step step, IfMatch ifMatch, Caller caller, Instant now) {
    Intervention intervention = reading.forChange(id, caller);
    ifMatch.check(intervention.version());
    Workflow workflow = workflows.current();
    Status from = workflow.status(intervention.statusId());
    Status to =
        workflow
            .status(step.to())
            .orElseThrow(() -> Problems.invalid("#/to", "There is no such status."));
    Transition way =
        workflow
            .between(from, to)
            .orElseThrow(() -> notInTheList(from, to, intervention, caller, workflow));
    if (!Access.mayDo(way, caller, intervention)) {
      throw Problems.forbidden("This step is not yours to take.");
    }
    Slot slot = slot(step);
    checkNeeds(way, step, slot, intervention);
    follow(intervention, step, slot, from, to, now);
    var change =
        new StatusChange(
            from,
            to,
            step.reason(),
            to.tellsClientTheReason() ? step.reason() : null);
    return recording.changed(intervention, caller, step.reason(), change, workflow, now);
  }

  private void follow(
      Intervention intervention,
      Step step,
      @Nullable Slot slot,
      Status from,
      Status to,
      Instant now) {
    Urgency urgency = urgencies.get(intervention.urgencyId());
    if (step.technicianId() != null) {
      intervention.assignTo(technician(step.technicianId()));
    }
    if (slot != null) {
      intervention.plan(slot, step.overrideReason());
    } else if (losesItsSlot(from, to)) {
      intervention.plan(null, null);
    }
    if (step.report() != null) {
      intervention.report(step.report());
    }
    intervention.enter(from, to, step.reason(), urgency, now);
    if (to.category() == Category.ACTIVE && isAtWork(to)) {
      intervention.begin(now);
    }
    if (to.category() == Category.RESOLVED) {
      intervention.end(now);
    }
    planning.keepInStep(intervention);
  }

  /** Planned without needing a slot: the appointment is off, the technician stays. */
  private static boolean losesItsSlot(Status from, Status to) {
    return from.category() == Category.PLANNED && to.category() == Category.PLANNED;
  }

  /**
   * Of several active statuses the last in order is the work itself, those before it are the way
   * there.
   */
  private boolean isAtWork(Status to) {
    return workflows.current().statuses().stream()
        .filter(status -> status.isActive() && status.category() == Category.ACTIVE)
        .allMatch(status -> status.position() <= to.position());
  }

  private UUID technician(UUID id) {
    return directory
        .findTechnician(id)
        .filter(person -> person.isActive(Role.TECHNICIAN))
        .map(Person::id)
        .orElseThrow(() -> Problems.invalid("#/technicianId", "There is no such technician."));
  }

  private static @Nullable Slot slot(Step step) {
    if (step.plannedStart() == null && step.plannedEnd() == null) {
      return null;
    }
    if (step.plannedStart() == null) {
      throw Problems.invalid("#/plannedStart", "A slot has a start and an end.");
    }
    if (step.plannedEnd() == null) {
      throw Problems.invalid("#/plannedEnd", "A slot has a start and an end.");
    }
    return Slot.of(step.plannedStart(), step.plannedEnd());
  }

  private static void checkNeeds(
      Transition way, Step step, @Nullable Slot slot, Intervention intervention) {
    List<Violation> missing = new ArrayList<>();
    if (way.needsReason() && step.reason() == null) {
      missing.add(new Violation("#/reason", "This step needs a reason."));
    }
    if (way.needsReport() && step.report() == null) {
      missing.add(new Violation("#/report", "This step needs a report."));
    }
    if (way.needsTechnician()
        && step.technicianId() == null
        && intervention.technicianId() == null) {
      missing.add(new Violation("#/technicianId", "This step needs a technician."));
    }
    if (way.needsSlot() && slot == null) {
      missing.add(new Violation("#/plannedStart", "This step needs a planned slot."));
    }
    boolean plans = way.to().category() == Category.PLANNED;
    if (!plans && step.technicianId() != null) {
      missing.add(new Violation("#/technicianId", "No technician is chosen in this step."));
    }
    if (!way.needsSlot() && slot != null) {
      missing.add(new Violation("#/plannedStart", "No slot is planned in this step."));
    }
    if (step.report() != null && way.to().category() != Category.RESOLVED && !way.needsReport()) {
      missing.add(new Violation("#/report", "No report is made in this step."));
    }
    if (step.overrideReason() != null && slot == null) {
      missing.add(new Violation("#/overrideReason", "It belongs to a planned slot."));
    }
    if (!missing.isEmpty()) {
      throw Problems.invalid(missing);
    }
  }

  private static ProblemException notInTheList(
      Status from, Status to, Intervention intervention, Caller caller, Workflow workflow) {
    return Problems.conflict(
            TRANSITION_NOT_ALLOWED,
            "From " + from.code() + " there is no way to " + to.code() + ".")
        .with("from", from.code())
        .with("to", to.code())
        .with(
            "allowedTransitions",
            allowed(intervention, caller, workflow).stream()
                .map(way -> AllowedTransition.of(way, Language.FRENCH))
                .toList());
  }
}
