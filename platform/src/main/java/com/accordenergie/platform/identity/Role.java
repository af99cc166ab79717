package com.accordenergie.platform.identity;

/** What a person is to the company; the single value of an access token's {@code roles} claim. */
public enum Role {
  ADMIN,
  DISPATCHER,
  TECHNICIAN,
  CLIENT
}
