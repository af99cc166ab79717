package com.accordenergie.auth.password;

/** So many people log in at this moment that this one would wait too long. */
public final class PasswordsBusyException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  PasswordsBusyException() {
    super("All cores are busy with passwords", null, false, false);
  }
}
