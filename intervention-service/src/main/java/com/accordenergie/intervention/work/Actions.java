package com.accordenergie.intervention.work;

import com.accordenergie.platform.identity.Caller;
import java.util.ArrayList;
import java.util.List;

/** What a reader may do besides the transitions, for screens to offer. */
public final class Actions {

  private Actions() {}

  public static List<String> of(Caller caller, Intervention intervention) {
    List<String> actions = new ArrayList<>();
    if (Access.mayChange(caller, intervention) && !intervention.category().isFinal()) {
      actions.add("change");
    }
    if (Access.tellsTimes(caller, intervention)
        && intervention.actualStart() != null
        && !intervention.category().isFinal()) {
      actions.add("times");
    }
    if (caller.isAdmin()) {
      actions.add("handOver");
    }
    actions.add("comment");
    if (intervention.hasReport()) {
      actions.add("report");
    }
    if (intervention.hasAppointment()) {
      actions.add("appointment");
    }
    return List.copyOf(actions);
  }
}
