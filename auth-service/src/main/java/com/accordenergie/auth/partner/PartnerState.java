package com.accordenergie.auth.partner;

/** Whether a partner gets tokens: only an active one does, and a retired one never again. */
public enum PartnerState {
  ACTIVE,
  SUSPENDED,
  RETIRED
}
