package com.accordenergie.intervention.work;

import static com.accordenergie.intervention.work.WorkProblems.TRANSITION_NOT_ALLOWED;

import com.accordenergie.intervention.workflow.Language;
import com.accordenergie.intervention.workflow.Status;
import com.accordenergie.intervention.workflow.Transition;
import com.accordenergie.intervention.workflow.Workflow;
import com.accordenergie.platform.identity.Caller;
import com.accordenergie.platform.problem.Problems;
import com.accordenergie.platform.problem.Violation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The rules of a step from one status to another, in the order in which they are asked. */
enum StepRule {

  /** The workflow has such a way. */
  IS_IN_THE_LIST {
    @Override
    Verdict judge(Attempt attempt) {
      if (attempt.way() != null) {
        return Verdict.allowed();
      }
      String from = attempt.from().code();
      String to = attempt.to().code();
      return Verdict.rejected(
          Problems.conflict(TRANSITION_NOT_ALLOWED, "From " + from + " there is no way to " + to + ".")
              .with("from", from)
              .with("to", to)
              .with(
                  "allowedTransitions",
                  allowed(attempt.intervention(), attempt.caller(), attempt.workflow()).stream()
                      .map(way -> AllowedTransition.of(way, attempt.language()))
                      .toList()));
    }
  },

  /** It is open to the caller's role, on what is the caller's. */
  IS_THE_CALLERS_TO_TAKE {
    @Override
    Verdict judge(Attempt attempt) {
      return Access.mayDo(attempt.takenWay(), attempt.caller(), attempt.intervention())
          ? Verdict.allowed()
          : Verdict.rejected(Problems.forbidden("This step is not yours to take."));
    }
  },

  /** When it happened is told by who did it, and not of the future. */
  IS_TIMED_BY_ITS_TECHNICIAN {
    @Override
    Verdict judge(Attempt attempt) {
      Instant occurred = attempt.step().occurredAt();
      if (occurred == null) {
        return Verdict.allowed();
      }
      if (!attempt.caller().isTechnician()) {
        return Verdict.rejected(
            Problems.invalid("#/occurredAt", "Only its technician tells when it happened."));
      }
      return occurred.isAfter(attempt.now().plus(Timing.CLOCK_SKEW))
          ? Verdict.rejected(Problems.invalid("#/occurredAt", "It lies in the future."))
          : Verdict.allowed();
    }
  },

  /** Reason, report, technician and slot are there when the step needs them. */
  HAS_WHAT_IT_NEEDS {
    @Override
    Verdict judge(Attempt attempt) {
      Transition way = attempt.takenWay();
      Transitioning.Step step = attempt.step();
      List<Violation> missing = new ArrayList<>();
      if (way.needsReason() && step.reason() == null) {
        missing.add(new Violation("#/reason", "This step needs a reason."));
      }
      if (way.needsReport() && step.report() == null) {
        missing.add(new Violation("#/report", "This step needs a report."));
      }
      if (way.needsTechnician()
          && step.technicianId() == null
          && attempt.intervention().technicianId() == null) {
        missing.add(new Violation("#/technicianId", "This step needs a technician."));
      }
      if (way.needsSlot() && step.plannedStart() == null) {
        missing.add(new Violation("#/plannedStart", "This step needs a planned slot."));
      }
      if (way.needsSlot() && step.plannedEnd() == null) {
        missing.add(new Violation("#/plannedEnd", "This step needs a planned slot."));
      }
      return missing.isEmpty()
          ? Verdict.allowed()
          : Verdict.rejected(Problems.invalid(missing));
    }
  },

  /** Nothing is said that the step has no place for: it would be lost in silence. */
  SAYS_NO_MORE {
    @Override
    Verdict judge(Attempt attempt) {
      Transition way = attempt.takenWay();
      Transitioning.Step step = attempt.step();
      boolean slot = step.plannedStart() != null || step.plannedEnd() != null;
      List<Violation> idle = new ArrayList<>();
      if (step.technicianId() != null && !way.takesTechnician()) {
        idle.add(new Violation("#/technicianId", "No technician is chosen in this step."));
      }
      if (slot && !way.needsSlot()) {
        idle.add(new Violation("#/plannedStart", "No slot is planned in this step."));
      }
      if (step.report() != null && !way.takesReport()) {
        idle.add(new Violation("#/report", "No report is made in this step."));
      }
      if (step.overrideReason() != null && !slot) {
        idle.add(new Violation("#/overrideReason", "It belongs to a planned slot."));
      }
      return idle.isEmpty() ? Verdict.allowed() : Verdict.rejected(Problems.invalid(idle));
    }
  };

  /**
   * A step that somebody tries.
   *
   * @param way null when the workflow has none
   * @param language in which a refusal names the ways that there are
   */
  record Attempt(
      Intervention intervention,
      Caller caller,
      Workflow workflow,
      Status from,
      Status to,
      @Nullable Transition way,
      Transitioning.Step step,
      Language language,
      Instant now) {

    Transition takenWay() {
      return Objects.requireNonNull(way, "asked for in order");
    }
  }

  abstract Verdict judge(Attempt attempt);

  /** Throws what the first rule that objects has to say. */
  static void check(Attempt attempt) {
    for (StepRule rule : values()) {
      if (rule.judge(attempt) instanceof Verdict.Rejected(var reason)) {
        throw reason;
      }
    }
  }

  /** The ways that this caller may take from where the intervention stands. */
  static List<Transition> allowed(Intervention intervention, Caller caller, Workflow workflow) {
    return workflow.from(workflow.status(intervention.statusId())).stream()
        .filter(way -> Access.mayDo(way, caller, intervention))
        .toList();
  }
}
