package com.accordenergie.intervention.workflow;

import org.springframework.stereotype.Component;
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

  @Transactional(readOnly = true)
  public Workflow current() {
    return new Workflow(statuses.inOrder(), transitions.inOrder());
  }
}
