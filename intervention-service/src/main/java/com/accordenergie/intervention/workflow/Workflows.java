package com.accordenergie.intervention.workflow;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Gives the workflow as it stands in the lists: two short queries. */
@Component
public class Workflows {

  private final Statuses statuses;
  private final Transitions transitions;

  Workflows(Statuses statuses, Transitions transitions) {
    this.statuses = statuses;
    this.transitions = transitions;
  }

  /** Retired ones too: the past knows them. */
  @Transactional(readOnly = true)
  public List<Status> statuses() {
    return statuses.inOrder();
  }

  /** An intervention enters it: from now on the histories name it. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void entered(Status status) {
    if (!status.isUsed()) {
      statuses.markUsed(status.id());
    }
  }

  @Transactional(readOnly = true)
  public Workflow current() {
    return new Workflow(statuses.inOrder(), transitions.inOrder());
  }
}
