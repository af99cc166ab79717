package com.accordenergie.intervention.workflow;

import java.util.List;
import java.util.Optional;

/** The statuses and the ways between them, as they are at one moment. */
public final class Workflow {

  private final List<Status> statuses;
  private final List<Transition> transitions;

  Workflow(List<Status> statuses, List<Transition> transitions) {
    this.statuses = List.copyOf(statuses);
    this.transitions = List.copyOf(transitions);
  }

  public List<Status> statuses() {
    return statuses;
  }

  public Optional<Status> status(String code) {
    return statuses.stream().filter(status -> status.code().equals(code)).findFirst();
  }

  public Status status(short id) {
    return statuses.stream().filter(status -> status.id() == id).findFirst().orElseThrow();
  }

  /** By which a new intervention begins. */
  public Transition creation() {
    return usable().stream().filter(way -> way.from() == null).findFirst().orElseThrow();
  }

  /** The ways out of a status; a retired status can still be left. */
  public List<Transition> from(Status status) {
    return usable().stream()
        .filter(way -> way.from() != null && way.from().id() == status.id())
        .toList();
  }

  public Optional<Transition> between(Status from, Status to) {
    return from(from).stream().filter(way -> way.to().id() == to.id()).findFirst();
  }

  List<Transition> usable() {
    return transitions.stream().filter(way -> way.isActive() && way.to().isActive()).toList();
  }
}
