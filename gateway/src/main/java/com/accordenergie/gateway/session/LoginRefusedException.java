package com.accordenergie.gateway.session;

import org.jspecify.annotations.Nullable;

/** auth-service does not, or no longer, take what it was shown: somebody has to log in again. */
final class LoginRefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  LoginRefusedException(String reason, @Nullable Throwable cause) {
    super(reason, cause);
  }
}
