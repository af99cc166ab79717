package com.accordenergie.gateway.session;

import com.accordenergie.gateway.page.Notice;
import com.accordenergie.gateway.page.Words;
import org.springframework.http.HttpStatus;

/** What somebody reads whose login did not come to an end. */
final class LoginNotices {

  private LoginNotices() {}

  static Notice interrupted(String next) {
    return new Notice(
        HttpStatus.FORBIDDEN,
        new Words(
            "Connexion interrompue",
            "Vous n’avez pas été connecté. Rien n’a été modifié.",
            "Se connecter"),
        new Words(
            "Login interrupted", "You were not logged in. Nothing was changed.", "Log in"),
        next);
  }

  static Notice withoutCookie(String next) {
    return new Notice(
        HttpStatus.BAD_REQUEST,
        new Words(
            "La connexion n’a pas abouti",
            "Votre navigateur n’a pas gardé le cookie dont la connexion a besoin. Autorisez les"
                + " cookies de ce site, puis réessayez.",
            "Réessayer"),
        new Words(
            "The login did not succeed",
            "Your browser did not keep the cookie that the login needs. Allow cookies for this site,"
                + " then try again.",
            "Try again"),
        next);
  }

  static Notice failed(String next) {
    return new Notice(
        HttpStatus.BAD_REQUEST,
        new Words(
            "La connexion n’a pas abouti",
            "Réessayez. Si cela persiste, prévenez votre administrateur.",
            "Réessayer"),
        new Words(
            "The login did not succeed",
            "Try again. If it goes on, tell your administrator.",
            "Try again"),
        next);
  }
}
