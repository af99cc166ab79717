package com.accordenergie.intervention.workflow;

/** What the urgency clock does in a status. */
public enum ClockMode {
  RUN,
  PAUSE,
  STOP
}
