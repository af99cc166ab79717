package com.accordenergie.auth.partner;

/** Whether a credential opens anything. */
public enum CredentialState {
  /** Until it is rotated or revoked. */
  ACTIVE,
  /** Another one has taken over; this one still serves until its time is up. */
  ENDING,
  /** It opens nothing any more. */
  ENDED
}
