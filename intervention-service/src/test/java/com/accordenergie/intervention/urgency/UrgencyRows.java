package com.accordenergie.intervention.urgency;

import org.springframework.test.util.ReflectionTestUtils;

/** Urgencies for tests without a database. */
public final class UrgencyRows {

  private UrgencyRows() {}

  public static Urgency high() {
    var urgency =
        new Urgency(
            new UrgencyValues("HIGH", "Haute", "High", (short) 3, "#d97706", 60, 1440, true));
    ReflectionTestUtils.setField(urgency, "id", (short) 3);
    return urgency;
  }
}
