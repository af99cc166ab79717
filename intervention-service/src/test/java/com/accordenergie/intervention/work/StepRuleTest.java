package com.accordenergie.intervention.work;

import static com.accordenergie.intervention.work.StepRule.HAS_WHAT_IT_NEEDS;
import static com.accordenergie.intervention.work.StepRule.IS_IN_THE_LIST;
import static com.accordenergie.intervention.work.StepRule.IS_THE_CALLERS_TO_TAKE;
import static com.accordenergie.intervention.work.StepRule.IS_TIMED_BY_ITS_TECHNICIAN;
import static com.accordenergie.intervention.work.StepRule.SAYS_NO_MORE;
import static org.assertj.core.api.Assertions.assertThat;

import com.accordenergie.intervention.planning.Slot;
import com.accordenergie.intervention.urgency.UrgencyRows;
import com.accordenergie.intervention.work.Transitioning.Step;
import com.accordenergie.intervention.workflow.Category;
import com.accordenergie.intervention.workflow.Language;
import com.accordenergie.intervention.workflow.Transition;
import com.accordenergie.intervention.workflow.Workflow;
import com.accordenergie.intervention.workflow.WorkflowRows;
import com.accordenergie.platform.identity.Caller;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Each rule of a step by itself, without a database. */
class StepRuleTest {

  private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");

  private final Caller owner = Caller.dispatcher(UUID.randomUUID());
  private final Caller colleague = Caller.dispatcher(UUID.randomUUID());
  private final Caller technician = Caller.technician(UUID.randomUUID());
  private final Caller admin = Caller.admin(UUID.randomUUID());
  private final Caller client = Caller.client(UUID.randomUUID(), UUID.randomUUID());

  private final Workflow workflow =
      new WorkflowRows()
          .status("NEW", Category.OPEN)
          .status("SCHEDULED", Category.PLANNED)
          .status("ON_SITE", Category.ACTIVE)
          .status("FAILED", Category.RESOLVED)
          .status("CLOSED", Category.CLOSED)
          .way(null, "NEW", "d")
          .way("NEW", "SCHEDULED", "d", "technician", "slot")
          .way("NEW", "ON_SITE", "t")
          .way("NEW", "FAILED", "dt", "reason", "report")
          .way("NEW", "CLOSED", "")
          .workflow();

  private final Intervention intervention =
      new Intervention(
          "INT-2026-000001",
          new Intervention.Request(
              UUID.randomUUID(), UUID.randomUUID(), "Chaudière en panne", "", UrgencyRows.high()),
          owner.id(),
          owner.id(),
          workflow.creation().to(),
          NOW);

  private Verdict judge(StepRule rule, Caller caller, Step step) {
    var to = workflow.status(step.to()).orElseThrow();
    Transition way = workflow.between(workflow.creation().to(), to).orElse(null);
    return rule.judge(
        new StepRule.Attempt(
            intervention,
            caller,
            workflow,
            workflow.creation().to(),
            to,
            way,
            step,
            Language.FRENCH,
            NOW));
  }

  private static void assertAllowed(Verdict verdict) {
    assertThat(verdict).isEqualTo(Verdict.allowed());
  }

  private static void assertRejected(Verdict verdict, int status) {
    assertThat(verdict)
        .isInstanceOfSatisfying(
            Verdict.Rejected.class,
            rejected -> assertThat(rejected.reason().type().status().value()).isEqualTo(status));
  }

  @Test
  void aStepIsInTheListOrItIsNot() {
    assertAllowed(judge(IS_IN_THE_LIST, colleague, Step.to("SCHEDULED")));
    assertRejected(judge(IS_IN_THE_LIST, admin, Step.to("NEW")), 409);
  }

  @Test
  void aStepIsOpenToARoleOnWhatIsTheirs() {
    assertAllowed(judge(IS_THE_CALLERS_TO_TAKE, owner, Step.to("SCHEDULED")));
    assertRejected(judge(IS_THE_CALLERS_TO_TAKE, colleague, Step.to("SCHEDULED")), 403);
    assertRejected(judge(IS_THE_CALLERS_TO_TAKE, owner, Step.to("ON_SITE")), 403);
    assertRejected(judge(IS_THE_CALLERS_TO_TAKE, technician, Step.to("ON_SITE")), 403);
    intervention.assignTo(technician.id());
    assertAllowed(judge(IS_THE_CALLERS_TO_TAKE, technician, Step.to("ON_SITE")));
    assertRejected(judge(IS_THE_CALLERS_TO_TAKE, client, Step.to("ON_SITE")), 403);
    assertRejected(judge(IS_THE_CALLERS_TO_TAKE, owner, Step.to("CLOSED")), 403);
    assertAllowed(judge(IS_THE_CALLERS_TO_TAKE, admin, Step.to("CLOSED")));
  }

  @Test
  void aStepHasWhatItNeeds() {
    assertRejected(judge(HAS_WHAT_IT_NEEDS, owner, Step.to("SCHEDULED")), 422);
    assertRejected(judge(HAS_WHAT_IT_NEEDS, owner, Step.to("FAILED")), 422);
    assertAllowed(
        judge(
            HAS_WHAT_IT_NEEDS,
            owner,
            Step.to("FAILED").because("Accès fermé").reporting("Avis de passage laissé")));
    assertAllowed(judge(HAS_WHAT_IT_NEEDS, owner, Step.to("CLOSED")));
    var slot = Step.to("SCHEDULED").in(new Slot(NOW.plusSeconds(60), NOW.plusSeconds(3660)));
    assertRejected(judge(HAS_WHAT_IT_NEEDS, owner, slot), 422);
    intervention.assignTo(technician.id());
    assertAllowed(judge(HAS_WHAT_IT_NEEDS, owner, slot));
  }

  @Test
  void aStepSaysNothingThatWouldBeLost() {
    assertAllowed(judge(SAYS_NO_MORE, owner, Step.to("CLOSED")));
    assertRejected(
        judge(
            SAYS_NO_MORE,
            owner,
            Step.to("CLOSED").by(technician.id()).in(new Slot(NOW, NOW.plusSeconds(60)))),
        422);
    assertRejected(
        judge(SAYS_NO_MORE, owner, Step.to("CLOSED").reporting("Tout va bien")),
        422);
    assertRejected(
        judge(SAYS_NO_MORE, owner, new Step("CLOSED", null, null, null, null, null, "Urgence", null)), 422);
  }

  @Test
  void onlyItsTechnicianTellsWhenAStepWasTaken() {
    Step earlier = new Step("ON_SITE", null, null, null, null, null, null, NOW.minusSeconds(900));
    Step tomorrow = new Step("ON_SITE", null, null, null, null, null, null, NOW.plusSeconds(86_400));
    assertAllowed(judge(IS_TIMED_BY_ITS_TECHNICIAN, technician, earlier));
    assertRejected(judge(IS_TIMED_BY_ITS_TECHNICIAN, technician, tomorrow), 422);
    assertRejected(judge(IS_TIMED_BY_ITS_TECHNICIAN, owner, earlier), 422);
    assertRejected(judge(IS_TIMED_BY_ITS_TECHNICIAN, admin, earlier), 422);
  }
}
