package com.accordenergie.user.partner;

/** All of a partner that can be changed. */
public record PartnerContents(PartnerDetails details, PartnerState state) {

  public PartnerContents retired() {
    return new PartnerContents(details, PartnerState.RETIRED);
  }
}
