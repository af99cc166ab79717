package com.accordenergie.user.web;

import com.accordenergie.platform.problem.Problems;
import com.accordenergie.platform.web.Patch;

/** Members of a merge patch that take no null. */
public final class Patches {

  private Patches() {}

  /** What the member {@code active} makes of the present state. */
  public static boolean active(Patch<Boolean> patch, boolean current) {
    if (!patch.isPresent()) {
      return current;
    }
    Boolean value = patch.value();
    if (value == null) {
      throw Problems.invalid("#/active", "It is true or false.");
    }
    return value;
  }
}
