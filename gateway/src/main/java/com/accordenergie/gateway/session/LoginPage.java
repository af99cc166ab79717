package com.accordenergie.gateway.session;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.util.HtmlUtils;

/** What somebody reads whose login did not come to an end, and how to go on. */
final class LoginPage {

  private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");
  private static final String POLICY =
      "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none';"
          + " frame-ancestors 'none'";
  private static final String TEMPLATE = template();

  private LoginPage() {}

  static ResponseEntity<String> interrupted(String next) {
    return page(
        HttpStatus.FORBIDDEN,
        "Connexion interrompue",
        "Vous n’avez pas été connecté. Rien n’a été modifié.",
        "Se connecter",
        next);
  }

  static ResponseEntity<String> unavailable(String next) {
    return page(
        HttpStatus.SERVICE_UNAVAILABLE,
        "Un instant",
        "Le service de connexion ne répond pas pour le moment. Réessayez dans quelques instants.",
        "Réessayer",
        next);
  }

  static ResponseEntity<String> withoutCookie(String next) {
    return page(
        HttpStatus.BAD_REQUEST,
        "La connexion n’a pas abouti",
        "Votre navigateur n’a pas gardé le cookie dont la connexion a besoin. Autorisez les cookies"
            + " de ce site, puis réessayez.",
        "Réessayer",
        next);
  }

  static ResponseEntity<String> failed(String next) {
    return page(
        HttpStatus.BAD_REQUEST,
        "La connexion n’a pas abouti",
        "Réessayez. Si cela persiste, prévenez votre administrateur.",
        "Réessayer",
        next);
  }

  private static ResponseEntity<String> page(
      HttpStatus status, String title, String text, String action, String next) {
    ResponseEntity.BodyBuilder page =
        ResponseEntity.status(status)
            .cacheControl(CacheControl.noStore())
            .header("Content-Security-Policy", POLICY)
            .contentType(HTML);
    if (status == HttpStatus.SERVICE_UNAVAILABLE) {
      page.header(HttpHeaders.RETRY_AFTER, "2");
    }
    return page.body(
        TEMPLATE
            .replace("{title}", title)
            .replace("{text}", text)
            .replace("{action}", action)
            .replace("{next}", HtmlUtils.htmlEscape(next)));
  }

  private static String template() {
    try {
      return new ClassPathResource("pages/login.html").getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }
}
