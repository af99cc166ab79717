package com.accordenergie.user.partner;

/** Whether a partner is served. */
public enum PartnerState {
  ACTIVE,

  /** Not served for the time being; afterwards it goes on where it was. */
  SUSPENDED,

  /** For good: what it could read is gone. */
  RETIRED
}
