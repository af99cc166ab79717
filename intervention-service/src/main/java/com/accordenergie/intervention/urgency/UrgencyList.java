package com.accordenergie.intervention.urgency;

import static com.accordenergie.intervention.lists.ListChange.Kind.URGENCY;
import static com.accordenergie.intervention.workflow.WorkflowProblems.EXISTS;
import static com.accordenergie.intervention.workflow.WorkflowProblems.IN_USE;

import com.accordenergie.intervention.lists.ListAnnouncements;
import com.accordenergie.intervention.lists.ListChange;
import com.accordenergie.platform.problem.Problems;
import com.accordenergie.platform.web.IfMatch;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The list of urgencies and the admin's work on it. */
@Component
public class UrgencyList {

  private final Urgencies urgencies;
  private final ListAnnouncements announcements;
  private final EntityManager entities;

  UrgencyList(Urgencies urgencies, ListAnnouncements announcements, EntityManager entities) {
    this.urgencies = urgencies;
    this.announcements = announcements;
    this.entities = entities;
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

  /** An intervention gets it: from now on the histories name it. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void given(Urgency urgency) {
    if (!urgency.isUsed()) {
      urgencies.markUsed(urgency.id());
    }
    if (urgencies.versionToStay(urgency.id()).isEmpty()) {
      throw Problems.unavailable("The urgencies were just changed. Please try again.");
    }
  }

  @Transactional
  public Urgency add(UrgencyValues values) {
    urgencies.lockLists();
    check(values);
    if (urgencies.findByCode(values.code()).isPresent()) {
      throw Problems.conflict(EXISTS, "There is an urgency with this code.");
    }
    Urgency urgency = urgencies.saveAndFlush(new Urgency(values));
    announcements.changed(ListChange.added(URGENCY, values.code(), values));
    return urgency;
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
    UrgencyValues before = urgency.values();
    if (urgency.apply(values)) {
      urgencies.saveAndFlush(urgency);
      checkThatOneIsLeft();
      announcements.changed(ListChange.changed(URGENCY, code, before, values));
    }
    return urgency;
  }

  @Transactional
  public void remove(String code, IfMatch ifMatch) {
    urgencies.lockLists();
    Urgency urgency = get(code);
    entities.refresh(urgency, LockModeType.PESSIMISTIC_WRITE);
    ifMatch.check(urgency.version());
    if (urgency.isUsed() || urgencies.isInUse(urgency.id()) != 0) {
      throw Problems.conflict(IN_USE, "Interventions have it, or had it; retire it instead.");
    }
    urgencies.delete(urgency);
    checkThatOneIsLeft();
    announcements.changed(ListChange.removed(URGENCY, code, urgency.values()));
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
