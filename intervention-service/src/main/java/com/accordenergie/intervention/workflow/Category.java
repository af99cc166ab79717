package com.accordenergie.intervention.workflow;

/** What a status means to the code, whatever the admin calls it. */
public enum Category {
  /** Nobody is in charge yet. */
  OPEN,
  /** A technician is in charge. */
  PLANNED,
  /** The technician is on the way or at work. */
  ACTIVE,
  /** Waiting for something. */
  PAUSED,
  /** The visit is over. */
  RESOLVED,
  /** Settled for good. */
  CLOSED,
  /** Called off. */
  CANCELLED;

  /** Nothing but a reopening follows. */
  public boolean isFinal() {
    return this == CLOSED || this == CANCELLED;
  }

  /** A planned slot in such a status keeps its technician's time. */
  public boolean keepsBooking() {
    return this == PLANNED || this == ACTIVE || this == PAUSED;
  }
}
