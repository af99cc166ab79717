package com.accordenergie.user.partner;

import com.accordenergie.platform.identity.Caller;

/** Tells the others what became of a partner, in the transaction in which it did. */
public interface PartnerEvents {

  /** What has become of it. */
  enum Turn {
    CREATED,
    UPDATED,
    SUSPENDED,
    RESUMED,
    RETIRED
  }

  void tell(Turn turn, PartnerSnapshot partner, Caller by);
}
