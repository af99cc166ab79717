package com.accordenergie.intervention.workflow;

import com.accordenergie.platform.problem.Problems;
import java.util.List;
import java.util.Optional;
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

  /**
   * An intervention enters it: from now on the histories name it, and what it means stays as it was
   * read until that is written.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void entered(Status status) {
    if (!status.isUsed()) {
      statuses.markUsed(status.id());
    }
    if (!statuses.versionToStay(status.id()).equals(Optional.of(status.version()))) {
      throw Problems.unavailable("The statuses were just changed. Please try again.");
    }
  }

  @Transactional(readOnly = true)
  public Workflow current() {
    return new Workflow(statuses.inOrder(), transitions.inOrder());
  }
}
