package com.accordenergie.auth.partner;

import java.util.UUID;

/** A partner as user-service tells it, as far as getting tokens is concerned. */
public record Partner(UUID id, String name, PartnerState state) {

  boolean isRetired() {
    return state == PartnerState.RETIRED;
  }
}
