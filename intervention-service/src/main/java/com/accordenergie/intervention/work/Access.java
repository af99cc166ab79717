package com.accordenergie.intervention.work;

import com.accordenergie.intervention.workflow.Transition;
import com.accordenergie.platform.identity.Caller;

/** The only place that says who may do what with an intervention; who sees it, its parties say. */
final class Access {

  private Access() {}

  static boolean sees(Caller caller, Intervention intervention) {
    return Parties.of(intervention).include(caller);
  }

  /** An admin may do every transition; the others those of their role, on what is theirs. */
  static boolean mayDo(Transition transition, Caller caller, Intervention intervention) {
    return switch (caller.role()) {
      case ADMIN -> true;
      case DISPATCHER -> transition.isByDispatcher() && caller.is(intervention.ownerId());
      case TECHNICIAN -> transition.isByTechnician() && caller.is(intervention.technicianId());
      case CLIENT, PARTNER -> false;
    };
  }

  static boolean mayCreate(Transition creation, Caller caller) {
    return caller.isAdmin() || caller.isDispatcher() && creation.isByDispatcher();
  }

  /** Whoever carries it out, or an admin in their place. */
  static boolean tellsTimes(Caller caller, Intervention intervention) {
    return caller.isAdmin() || caller.isTechnician() && caller.is(intervention.technicianId());
  }

  static boolean mayChange(Caller caller, Intervention intervention) {
    return caller.isAdmin() || caller.isDispatcher() && caller.is(intervention.ownerId());
  }
}
