package com.accordenergie.gateway.session;

import com.accordenergie.gateway.page.Notice;
import org.springframework.http.HttpStatus;

/** What somebody reads whose login did not come to an end. */
final class LoginNotices {

  private LoginNotices() {}

  static Notice interrupted(String next) {
    return new Notice(
        HttpStatus.FORBIDDEN,
        "Connexion interrompue",
        "Vous n’avez pas été connecté. Rien n’a été modifié.",
        "Se connecter",
        next);
  }

  static Notice withoutCookie(String next) {
    return new Notice(
        HttpStatus.BAD_REQUEST,
        "La connexion n’a pas abouti",
        "Votre navigateur n’a pas gardé le cookie dont la connexion a besoin. Autorisez les cookies"
            + " de ce site, puis réessayez.",
        "Réessayer",
        next);
  }

  static Notice failed(String next) {
    return new Notice(
        HttpStatus.BAD_REQUEST,
        "La connexion n’a pas abouti",
        "Réessayez. Si cela persiste, prévenez votre administrateur.",
        "Réessayer",
        next);
  }
}
