package com.accordenergie.intervention.work;

import com.accordenergie.platform.identity.Caller;
import com.accordenergie.platform.problem.Problems;
import java.util.Optional;
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

  /** Whose it is at present, for whoever has to decide who may hear of it. */
  @Transactional(readOnly = true)
  public Optional<Parties> parties(UUID id) {
    return interventions.findById(id).map(Parties::of);
  }

  Intervention forChange(UUID id, Caller caller) {
    return interventions
        .findForChange(id)
        .filter(intervention -> Access.sees(caller, intervention))
        .orElseThrow(Problems::notFound);
  }
}
