package com.accordenergie.auth.login;

import org.springframework.security.core.AuthenticationException;

/** The password could not be looked at in time. */
public final class LoginBusyException extends AuthenticationException {

  private static final long serialVersionUID = 1L;

  LoginBusyException(Throwable cause) {
    super("Too many people log in at once", cause);
  }
}
