package com.accordenergie.auth.login;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** From where somebody tries to log in: the address, and the device when we have met it before. */
public final class LoginDetails extends WebAuthenticationDetails {

  private final transient @Nullable KnownDevice device;

  public LoginDetails(HttpServletRequest request, @Nullable KnownDevice device) {
    super(request);
    this.device = device;
  }

  @Nullable KnownDevice device() {
    return device;
  }
}
