package com.accordenergie.intervention.workflow;

import static com.accordenergie.intervention.lists.ListChange.Kind.TRANSITION;
import static com.accordenergie.intervention.workflow.WorkflowProblems.EXISTS;

import com.accordenergie.intervention.lists.ListAnnouncements;
import com.accordenergie.intervention.lists.ListChange;
import com.accordenergie.platform.problem.Problems;
import com.accordenergie.platform.problem.Violation;
import com.accordenergie.platform.web.IfMatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The admin's work on the list of transitions; no change of it leaves a broken workflow behind. */
@Component
public class TransitionList {

  private final Transitions transitions;
  private final Statuses statuses;
  private final SoundWorkflow soundWorkflow;
  private final ListAnnouncements announcements;

  TransitionList(
      Transitions transitions,
      Statuses statuses,
      SoundWorkflow soundWorkflow,
      ListAnnouncements announcements) {
    this.transitions = transitions;
    this.statuses = statuses;
    this.soundWorkflow = soundWorkflow;
    this.announcements = announcements;
  }

  @Transactional(readOnly = true)
  public List<Transition> all() {
    return transitions.inOrder();
  }

  @Transactional(readOnly = true)
  public Transition get(UUID id) {
    return transitions.findById(id).orElseThrow(Problems::notFound);
  }

  @Transactional
  public Transition add(TransitionValues values) {
    statuses.lockLists();
    Status from = values.from() == null ? null : status(values.from(), "#/from");
    Status to = status(values.to(), "#/to");
    if (from == to) {
      throw Problems.invalid("#/to", "A transition leads to another status.");
    }
    boolean exists =
        transitions.inOrder().stream()
            .anyMatch(way -> same(way.from(), from) && same(way.to(), to));
    if (exists) {
      throw Problems.conflict(EXISTS, "There is a transition between these two.");
    }
    requireMeaning(from, to, values);
    Transition transition = transitions.saveAndFlush(new Transition(from, to, values));
    soundWorkflow.verify();
    announcements.changed(ListChange.added(TRANSITION, name(values), values));
    return transition;
  }

  @Transactional
  public Transition change(UUID id, TransitionValues values, IfMatch ifMatch) {
    statuses.lockLists();
    Transition transition = get(id);
    ifMatch.check(transition.version());
    TransitionValues old = transition.values();
    requireSame("#/from", values.from(), old.from());
    requireSame("#/to", values.to(), old.to());
    requireMeaning(transition.from(), transition.to(), values);
    if (transition.apply(values)) {
      transitions.saveAndFlush(transition);
      soundWorkflow.verify();
      announcements.changed(ListChange.changed(TRANSITION, name(old), old, values));
    }
    return transition;
  }

  @Transactional
  public void remove(UUID id, IfMatch ifMatch) {
    statuses.lockLists();
    Transition transition = get(id);
    ifMatch.check(transition.version());
    transitions.delete(transition);
    soundWorkflow.verify();
    TransitionValues gone = transition.values();
    announcements.changed(ListChange.removed(TRANSITION, name(gone), gone));
  }

  /** Refuses what nobody could ever fulfil, or what would be said for nothing. */
  private static void requireMeaning(@Nullable Status from, Status to, TransitionValues values) {
    List<Violation> faults = new ArrayList<>();
    if (from == null) {
      Map.of(
              "byTechnician", values.byTechnician(),
              "needsReason", values.needsReason(),
              "needsReport", values.needsReport(),
              "needsTechnician", values.needsTechnician(),
              "needsSlot", values.needsSlot())
          .forEach(
              (name, asked) -> {
                if (asked) {
                  faults.add(
                      new Violation("#/" + name, "A dispatcher creates an intervention without it."));
                }
              });
    } else if (values.needsTechnician()
        && from.category() == Category.OPEN
        && to.category() != Category.PLANNED) {
      faults.add(
          new Violation(
              "#/needsTechnician", "A technician is chosen on the way to a planned status only."));
    } else if (values.needsSlot()
        && !values.needsTechnician()
        && from.category() == Category.OPEN) {
      faults.add(new Violation("#/needsTechnician", "A slot is somebody's: it needs a technician."));
    }
    if (!faults.isEmpty()) {
      throw Problems.invalid(faults);
    }
  }

  private static void requireSame(String pointer, @Nullable String now, @Nullable String before) {
    if (!Objects.equals(now, before)) {
      throw Problems.invalid(pointer, "From and to cannot be changed; make another transition.");
    }
  }

  private Status status(String code, String pointer) {
    return statuses
        .findByCode(code)
        .orElseThrow(() -> Problems.invalid(pointer, "There is no such status."));
  }

  private static String name(TransitionValues values) {
    return "%s → %s".formatted(values.from() == null ? "–" : values.from(), values.to());
  }

  private static boolean same(@Nullable Status one, @Nullable Status other) {
    return one == null || other == null ? one == other : one.id() == other.id();
  }
}
