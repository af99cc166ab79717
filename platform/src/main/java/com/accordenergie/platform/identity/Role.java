package com.accordenergie.platform.identity;

import io.swagger.v3.oas.annotations.Hidden;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** What a caller is to the company; the single value of an access token's {@code roles} claim. */
public enum Role {
  ADMIN,
  DISPATCHER,
  TECHNICIAN,
  CLIENT,

  /** A program of another company. It is nobody's account, so no list of people has it. */
  @Hidden
  PARTNER;

  /** The roles that a person may have. */
  public static final Set<Role> OF_PEOPLE =
      Collections.unmodifiableSet(EnumSet.of(ADMIN, DISPATCHER, TECHNICIAN, CLIENT));
}
