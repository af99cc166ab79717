package com.accordenergie.intervention.workflow;

import static com.accordenergie.intervention.workflow.Category.ACTIVE;
import static com.accordenergie.intervention.workflow.Category.CANCELLED;
import static com.accordenergie.intervention.workflow.Category.CLOSED;
import static com.accordenergie.intervention.workflow.Category.OPEN;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What the admin may not do to the workflow. */
class WorkflowCheckTest {

  private static WorkflowRows sound() {
    return new WorkflowRows()
        .status("NEW", OPEN)
        .status("WORK", ACTIVE)
        .status("CLOSED", CLOSED)
        .status("CANCELLED", CANCELLED)
        .way(null, "NEW", "d")
        .way("NEW", "WORK", "d")
        .way("WORK", "CLOSED", "d")
        .way("NEW", "CANCELLED", "d");
  }

  private static List<String> faults(WorkflowRows rows) {
    return texts(new WorkflowCheck(rows.workflow(), status -> false));
  }

  private static List<String> texts(WorkflowCheck check) {
    return check.faults().stream().map(WorkflowFault::text).toList();
  }

  @Test
  void aSoundOneHasNoFault() {
    assertThat(faults(sound())).isEmpty();
  }

  @Test
  void aStatusThatCannotBeReached() {
    assertThat(faults(sound().status("LOST", ACTIVE).way("LOST", "CLOSED", "d")))
        .containsExactly("LOST cannot be reached.");
  }

  @Test
  void aDeadEnd() {
    assertThat(faults(sound().status("STUCK", ACTIVE).way("WORK", "STUCK", "d")))
        .containsExactly("From STUCK there is no way to a closed status.");
  }

  @Test
  void twoStatusesThatLeadOnlyToEachOther() {
    assertThat(
            faults(
                sound()
                    .status("HERE", ACTIVE)
                    .status("THERE", ACTIVE)
                    .way("WORK", "HERE", "d")
                    .way("HERE", "THERE", "d")
                    .way("THERE", "HERE", "d")))
        .containsExactlyInAnyOrder(
            "From HERE there is no way to a closed status.",
            "From THERE there is no way to a closed status.");
  }

  @Test
  void nothingClosed() {
    assertThat(faults(new WorkflowRows().status("NEW", OPEN).way(null, "NEW", "d")))
        .contains("There must be an active status of the category CLOSED.");
  }

  @Test
  void noBeginningOrTwo() {
    assertThat(faults(new WorkflowRows().status("NEW", OPEN)))
        .contains("There must be exactly one transition that creates an intervention.");
    assertThat(faults(sound().status("ALSO", OPEN).way(null, "ALSO", "d").way("ALSO", "CLOSED", "d")))
        .contains("There must be exactly one transition that creates an intervention.");
  }

  @Test
  void aBeginningThatIsNotOpen() {
    assertThat(
            faults(
                new WorkflowRows()
                    .status("WORK", ACTIVE)
                    .status("CLOSED", CLOSED)
                    .way(null, "WORK", "d")
                    .way("WORK", "CLOSED", "d")))
        .containsExactly("An intervention must begin in a status of the category OPEN.");
  }

  @Test
  void aRetiredStatusWhereWorkStillStandsNeedsAWayOut() {
    WorkflowRows rows = sound().status("OLD", ACTIVE, false);

    assertThat(faults(rows)).isEmpty();
    assertThat(texts(new WorkflowCheck(rows.workflow(), status -> status.code().equals("OLD"))))
        .containsExactly("From OLD there is no way to a closed status.");
  }
}
