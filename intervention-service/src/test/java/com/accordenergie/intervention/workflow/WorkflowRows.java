package com.accordenergie.intervention.workflow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.test.util.ReflectionTestUtils;

/** A workflow written down in a test: statuses by code and category, ways as "FROM TO who needs". */
public final class WorkflowRows {

  private final List<Status> statuses = new ArrayList<>();
  private final List<Transition> transitions = new ArrayList<>();

  public WorkflowRows status(String code, Category category) {
    return status(code, category, true);
  }

  public WorkflowRows status(String code, Category category, boolean active) {
    var status =
        new Status(
            new StatusValues(
                code, code, code, code, code, category, ClockMode.RUN, (short) statuses.size(),
                "#000000", active));
    ReflectionTestUtils.setField(status, "id", (short) (statuses.size() + 1));
    statuses.add(status);
    return this;
  }

  /**
   * @param who some of d and t
   * @param needs some of reason, report, technician, slot
   */
  public WorkflowRows way(@Nullable String from, String to, String who, String... needs) {
    List<String> needed = Arrays.asList(needs);
    transitions.add(
        new Transition(
            from == null ? null : find(from),
            find(to),
            new TransitionValues(
                from,
                to,
                who.contains("d"),
                who.contains("t"),
                needed.contains("reason"),
                needed.contains("report"),
                needed.contains("technician"),
                needed.contains("slot"),
                true)));
    return this;
  }

  private Status find(String code) {
    return statuses.stream().filter(status -> status.code().equals(code)).findFirst().orElseThrow();
  }

  public Workflow workflow() {
    return new Workflow(statuses, transitions);
  }
}
