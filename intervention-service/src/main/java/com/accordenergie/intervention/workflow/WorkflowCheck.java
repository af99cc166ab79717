package com.accordenergie.intervention.workflow;

import static com.accordenergie.intervention.workflow.WorkflowFault.Kind.BEGINNING_NOT_OPEN;
import static com.accordenergie.intervention.workflow.WorkflowFault.Kind.DEAD_END;
import static com.accordenergie.intervention.workflow.WorkflowFault.Kind.NOTHING_CLOSED;
import static com.accordenergie.intervention.workflow.WorkflowFault.Kind.NOT_ONE_BEGINNING;
import static com.accordenergie.intervention.workflow.WorkflowFault.Kind.UNREACHABLE;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What makes a workflow sound: work can begin, every status can be reached, and from every status
 * where work can stand there is a way to a closed one.
 */
final class WorkflowCheck {

  private final Workflow workflow;
  private final Predicate<Status> inUse;

  /**
   * @param inUse whether interventions stand in a status: even a retired one must then have a way out
   */
  WorkflowCheck(Workflow workflow, Predicate<Status> inUse) {
    this.workflow = workflow;
    this.inUse = inUse;
  }

  /** Why the workflow would be broken; empty when it is sound. */
  List<WorkflowFault> faults() {
    List<WorkflowFault> faults = new ArrayList<>();
    List<Status> beginnings =
        workflow.usable().stream().filter(way -> way.from() == null).map(Transition::to).toList();
    if (beginnings.size() != 1) {
      faults.add(WorkflowFault.of(NOT_ONE_BEGINNING));
    } else if (beginnings.getFirst().category() != Category.OPEN) {
      faults.add(WorkflowFault.of(BEGINNING_NOT_OPEN));
    }
    Set<Status> reached = closure(beginnings, Transition::from, Transition::to);
    for (Status status : workflow.statuses()) {
      if (status.isActive() && !reached.contains(status)) {
        faults.add(WorkflowFault.at(status, UNREACHABLE));
      }
    }
    List<Status> closed =
        workflow.statuses().stream()
            .filter(status -> status.isActive() && status.category() == Category.CLOSED)
            .toList();
    if (closed.isEmpty()) {
      faults.add(WorkflowFault.of(NOTHING_CLOSED));
    }
    Set<Status> leadingToClosed = closure(closed, Transition::to, Transition::from);
    for (Status status : workflow.statuses()) {
      boolean matters = status.isActive() || inUse.test(status);
      if (matters && !status.category().isFinal() && !leadingToClosed.contains(status)) {
        faults.add(WorkflowFault.at(status, DEAD_END));
      }
    }
    return faults;
  }

  private Set<Status> closure(
      List<Status> start,
      Function<Transition, @Nullable Status> here,
      Function<Transition, @Nullable Status> there) {
    Set<Status> known = new HashSet<>(start);
    List<Status> fresh = new ArrayList<>(start);
    while (!fresh.isEmpty()) {
      Status status = fresh.removeLast();
      for (Transition way : workflow.usable()) {
        Status next = there.apply(way);
        if (status.equals(here.apply(way)) && next != null && known.add(next)) {
          fresh.add(next);
        }
      }
    }
    return known;
  }
}
