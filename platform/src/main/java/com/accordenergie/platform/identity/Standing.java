package com.accordenergie.platform.identity;

/**
 * Whether somebody still is what their token says: a token outlives what it was given for by its ten
 * minutes. A service that knows people offers one, and then no change of an admin's is carried out
 * who is none any longer: within these minutes they could take back what was taken from them.
 */
@FunctionalInterface
public interface Standing {

  /** True for whom nothing is known of. */
  boolean isStillAdmin(Caller admin);
}
