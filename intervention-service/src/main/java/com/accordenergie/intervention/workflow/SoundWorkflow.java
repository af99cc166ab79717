package com.accordenergie.intervention.workflow;

import com.accordenergie.platform.problem.ProblemException;
import com.accordenergie.platform.problem.Violation;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.springframework.stereotype.Component;

/** Looks at the lists as a change has left them, and refuses the change if they are broken. */
@Component
class SoundWorkflow {

  private final Statuses statuses;
  private final Transitions transitions;
  private final EntityManager entities;

  SoundWorkflow(Statuses statuses, Transitions transitions, EntityManager entities) {
    this.statuses = statuses;
    this.transitions = transitions;
    this.entities = entities;
  }

  /** Under the lock of the lists only. */
  void verify() {
    entities.flush();
    var workflow = new Workflow(statuses.inOrder(), transitions.inOrder());
    List<WorkflowFault> faults =
        new WorkflowCheck(workflow, status -> statuses.isInUse(status.id()) != 0).faults();
    if (!faults.isEmpty()) {
      List<String> texts = faults.stream().map(WorkflowFault::text).toList();
      throw new ProblemException(WorkflowProblems.BROKEN, String.join(" ", texts))
          .with("faults", faults)
          .withErrors(texts.stream().map(text -> new Violation("#", text)).toList());
    }
  }
}
