package com.accordenergie.auth.account;

import java.util.UUID;

/**
 * What else has to happen in this service when an account changes; told inside the transaction that
 * changes it.
 */
public sealed interface AccountEvent {

  UUID account();

  /** Somebody new may get a password. */
  record Opened(UUID account) implements AccountEvent {}

  /**
   * Whoever knew the old password, or stole a session, is out.
   *
   * @param another whether there was one before
   */
  record PasswordChosen(UUID account, boolean another) implements AccountEvent {}

  /** Somebody wants to be logged in nowhere any more. */
  record LoggedOutEverywhere(UUID account) implements AccountEvent {}

  /** The person has left: no session and no token outlives this. */
  record Closed(UUID account) implements AccountEvent {}
}
