package com.accordenergie.intervention.work;

import com.accordenergie.platform.identity.Caller;
import com.accordenergie.platform.problem.Problems;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds an intervention for somebody; what they may not see is not there. */
@Component
public class Reading {

  private final Interventions interventions;

  Reading(Interventions interventions) {
    this.interventions = interventions;
  }

  @Transactional(readOnly = true)
  public Intervention get(UUID id, Caller caller) {
    return interventions
        .findById(id)
        .filter(intervention -> Access.sees(caller, intervention))
        .orElseThrow(Problems::notFound);
  }

  Intervention forChange(UUID id, Caller caller) {
    return interventions
        .findForChange(id)
        .filter(intervention -> Access.sees(caller, intervention))
        .orElseThrow(Problems::notFound);
  }
}
