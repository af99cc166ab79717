package com.accordenergie.intervention.urgency;

import static com.accordenergie.intervention.workflow.WorkflowProblems.EXISTS;
import static com.accordenergie.intervention.workflow.WorkflowProblems.IN_USE;

import com.accordenergie.platform.problem.Problems;
import com.accordenergie.platform.web.IfMatch;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The list of urgencies and the admin's work on it. */
@Component
public class UrgencyList {

  private final Urgencies urgencies;

  UrgencyList(Urgencies urgencies) {
    this.urgencies = urgencies;
  }

  @Transactional(readOnly = true)
  public List<Urgency> all() {
    return urgencies.inOrder();
  }

  @Transactional(readOnly = true)
  public Urgency get(String code) {
    return urgencies.findByCode(code).orElseThrow(Problems::notFound);
  }

  @Transactional(readOnly = true)
  public Urgency get(short id) {
    return urgencies.findById(id).orElseThrow();
  }

  /** One that a new or changed intervention may have. */
  @Transactional(readOnly = true)
  public Optional<Urgency> find(String code) {
    return urgencies.findByCode(code);
  }

  public Optional<Urgency> usable(String code) {
    return urgencies.findByCode(code).filter(Urgency::isActive);
  }

  @Transactional
  public Urgency add(UrgencyValues values) {
    urgencies.lockLists();
    check(values);
    if (urgencies.findByCode(values.code()).isPresent()) {
      throw Problems.conflict(EXISTS, "There is an urgency with this code.");
    }
    return urgencies.saveAndFlush(new Urgency(values));
  }

  /** Due times already computed stay; the new times count from the next change on. */
  @Transactional
  public Urgency change(String code, UrgencyValues values, IfMatch ifMatch) {
    urgencies.lockLists();
    Urgency urgency = get(code);
    ifMatch.check(urgency.version());
    check(values);
    if (!values.code().equals(code)) {
      throw Problems.invalid("#/code", "The code cannot be changed.");
    }
    if (urgency.apply(values)) {
      urgencies.saveAndFlush(urgency);
      checkThatOneIsLeft();
    }
    return urgency;
  }

  @Transactional
  public void remove(String code, IfMatch ifMatch) {
    urgencies.lockLists();
    Urgency urgency = get(code);
    ifMatch.check(urgency.version());
    if (urgencies.isInUse(urgency.id()) != 0) {
      throw Problems.conflict(IN_USE, "Interventions have it; retire it instead.");
    }
    urgencies.delete(urgency);
    checkThatOneIsLeft();
  }

  private static void check(UrgencyValues values) {
    if (values.takeOverMinutes() > values.resolveMinutes()) {
      throw Problems.invalid(
          "#/takeOverMinutes", "It cannot be longer than the time to resolve.");
    }
  }

  private void checkThatOneIsLeft() {
    if (urgencies.inOrder().stream().noneMatch(Urgency::isActive)) {
      throw Problems.invalid("#/active", "At least one urgency must stay active.");
    }
  }
}
