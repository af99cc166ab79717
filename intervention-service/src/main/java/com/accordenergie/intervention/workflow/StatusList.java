package com.accordenergie.intervention.workflow;

import static com.accordenergie.intervention.lists.ListChange.Kind.STATUS;
import static com.accordenergie.intervention.workflow.WorkflowProblems.EXISTS;
import static com.accordenergie.intervention.workflow.WorkflowProblems.IN_USE;

import com.accordenergie.intervention.lists.ListAnnouncements;
import com.accordenergie.intervention.lists.ListChange;
import com.accordenergie.platform.problem.Problems;
import com.accordenergie.platform.web.IfMatch;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The admin's work on the list of statuses; no change of it leaves a broken workflow behind. */
@Component
public class StatusList {

  private final Statuses statuses;
  private final SoundWorkflow soundWorkflow;
  private final ListAnnouncements announcements;
  private final EntityManager entities;

  StatusList(
      Statuses statuses,
      SoundWorkflow soundWorkflow,
      ListAnnouncements announcements,
      EntityManager entities) {
    this.statuses = statuses;
    this.soundWorkflow = soundWorkflow;
    this.announcements = announcements;
    this.entities = entities;
  }

  @Transactional(readOnly = true)
  public List<Status> all() {
    return statuses.inOrder();
  }

  @Transactional(readOnly = true)
  public Status get(String code) {
    return statuses.findByCode(code).orElseThrow(Problems::notFound);
  }

  /** As it is once those who are entering it have done so. */
  private Status locked(String code) {
    Status status = get(code);
    entities.refresh(status, LockModeType.PESSIMISTIC_WRITE);
    return status;
  }

  @Transactional
  public Status add(StatusValues values) {
    statuses.lockLists();
    if (statuses.findByCode(values.code()).isPresent()) {
      throw Problems.conflict(EXISTS, "There is a status with this code.");
    }
    Status status = statuses.saveAndFlush(new Status(values));
    soundWorkflow.verify();
    announcements.changed(ListChange.added(STATUS, values.code(), values));
    return status;
  }

  @Transactional
  public Status change(String code, StatusValues values, IfMatch ifMatch) {
    statuses.lockLists();
    Status status = locked(code);
    ifMatch.check(status.version());
    if (!values.code().equals(code)) {
      throw Problems.invalid("#/code", "The code cannot be changed.");
    }
    if (values.category() != status.category() && statuses.isInUse(status.id()) != 0) {
      throw Problems.conflict(IN_USE, "Interventions stand in it: its category cannot change.");
    }
    StatusValues before = status.values();
    if (status.apply(values)) {
      statuses.saveAndFlush(status);
      soundWorkflow.verify();
      announcements.changed(ListChange.changed(STATUS, code, before, values));
    }
    return status;
  }

  @Transactional
  public void remove(String code, IfMatch ifMatch) {
    statuses.lockLists();
    Status status = locked(code);
    ifMatch.check(status.version());
    if (status.isUsed() || statuses.isInUse(status.id()) != 0) {
      throw Problems.conflict(IN_USE, "Interventions stand in it, or stood; retire it instead.");
    }
    if (statuses.hasTransitions(status.id()) != 0) {
      throw Problems.conflict(IN_USE, "Transitions lead to or from it; remove them first.");
    }
    statuses.delete(status);
    soundWorkflow.verify();
    announcements.changed(ListChange.removed(STATUS, code, status.values()));
  }
}
