package com.accordenergie.intervention.workflow;

import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a workflow; programs switch on its kind.
 *
 * @param status the status it is about, if it is about one
 */
public record WorkflowFault(Kind kind, @Nullable String status) {

  /** What is wrong. */
  public enum Kind {
    NOT_ONE_BEGINNING("There must be exactly one transition that creates an intervention."),
    BEGINNING_NOT_OPEN("An intervention must begin in a status of the category OPEN."),
    NOTHING_CLOSED("There must be an active status of the category CLOSED."),
    UNREACHABLE("%s cannot be reached."),
    DEAD_END("From %s there is no way to a closed status.");

    private final String text;

    Kind(String text) {
      this.text = text;
    }
  }

  static WorkflowFault of(Kind kind) {
    return new WorkflowFault(kind, null);
  }

  static WorkflowFault at(Status status, Kind kind) {
    return new WorkflowFault(kind, status.code());
  }

  String text() {
    return kind.text.formatted(status);
  }
}
