package com.accordenergie.auth.invitation;

/** How far somebody is on the way in. */
public enum InvitationState {
  /** Never invited. */
  NONE,
  /** The link waits to be opened. */
  PENDING,
  /** The link was not opened in time. */
  EXPIRED,
  /** A password was chosen with it. */
  ACCEPTED
}
