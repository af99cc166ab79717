package com.accordenergie.auth.login.web;

import org.jspecify.annotations.Nullable;

/**
 * What the login page has to say before anybody typed anything.
 *
 * @param isError whether something went wrong that the reader can put right
 * @param text under which its words are in {@code pages.properties}
 */
record LoginMessage(boolean isError, String text) {

  private static final LoginMessage WRONG = new LoginMessage(true, "login.wrong");
  private static final LoginMessage EXPIRED = new LoginMessage(false, "login.expired");
  private static final LoginMessage ACTIVATED = new LoginMessage(false, "login.activated");
  private static final LoginMessage LOGGED_OUT = new LoginMessage(false, "login.loggedOut");

  static @Nullable LoginMessage of(
      @Nullable String error,
      @Nullable String expired,
      @Nullable String activated,
      @Nullable String logout) {
    if (error != null) {
      return WRONG;
    }
    if (expired != null) {
      return EXPIRED;
    }
    if (activated != null) {
      return ACTIVATED;
    }
    return logout != null ? LOGGED_OUT : null;
  }
}
