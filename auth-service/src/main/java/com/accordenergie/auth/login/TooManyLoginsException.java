package com.accordenergie.auth.login;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** Too many failed logins lately, by this name or from this address. */
public final class TooManyLoginsException extends AuthenticationException {

  private static final long serialVersionUID = 1L;

  private final Duration wait;

  TooManyLoginsException(Duration wait) {
    super("Too many failed logins");
    this.wait = wait;
  }

  public Duration waitingTime() {
    return wait;
  }
}
