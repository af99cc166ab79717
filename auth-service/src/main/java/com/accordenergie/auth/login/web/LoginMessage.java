package com.accordenergie.auth.login.web;

import org.jspecify.annotations.Nullable;

/**
 * What the login page has to say before anybody typed anything.
 *
 * @param isError whether something went wrong that the reader can put right
 */
record LoginMessage(boolean isError, String text) {

  private static final LoginMessage WRONG =
      new LoginMessage(
          true,
          "Identifiant ou mot de passe incorrect. Vérifiez la saisie et les majuscules, puis"
              + " réessayez.");
  private static final LoginMessage EXPIRED =
      new LoginMessage(
          false, "La page est restée ouverte trop longtemps. Identifiez-vous à nouveau.");
  private static final LoginMessage ACTIVATED =
      new LoginMessage(
          false, "Votre mot de passe est enregistré. Vous pouvez maintenant vous connecter.");
  private static final LoginMessage LOGGED_OUT =
      new LoginMessage(false, "Vous êtes déconnecté.");

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
