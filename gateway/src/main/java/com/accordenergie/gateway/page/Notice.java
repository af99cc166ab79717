package com.accordenergie.gateway.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.util.HtmlUtils;

/**
 * A page that says what happened and leads on. Programs get problems; this is for people.
 *
 * @param next where the way on leads
 */
public record Notice(HttpStatus status, Words french, Words english, String next) {

  private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");
  private static final String POLICY =
      "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none';"
          + " frame-ancestors 'none'";
  private static final String TEMPLATE = template();

  /** When no service can answer right now. */
  public static Notice unavailable(String next) {
    return new Notice(
        HttpStatus.SERVICE_UNAVAILABLE,
        new Words(
            "Un instant",
            "Le service de connexion ne répond pas pour le moment. Réessayez dans quelques instants.",
            "Réessayer"),
        new Words(
            "One moment", "The login does not answer right now. Try again shortly.", "Try again"),
        next);
  }

  public HttpHeaders headers() {
    var headers = new HttpHeaders();
    headers.setContentType(HTML);
    headers.setCacheControl(CacheControl.noStore());
    headers.set("Content-Security-Policy", POLICY);
    if (status == HttpStatus.SERVICE_UNAVAILABLE) {
      headers.set(HttpHeaders.RETRY_AFTER, "2");
    }
    return headers;
  }

  /** In the language of the request that is being answered. */
  public String html() {
    boolean inEnglish =
        LocaleContextHolder.getLocale().getLanguage().equals(Locale.ENGLISH.getLanguage());
    Words words = inEnglish ? english : french;
    return TEMPLATE
        .replace("{language}", inEnglish ? "en" : "fr")
        .replace("{title}", words.title())
        .replace("{text}", words.text())
        .replace("{action}", words.action())
        .replace("{home}", inEnglish ? "Back to the beginning" : "Revenir à l’accueil")
        .replace("{next}", HtmlUtils.htmlEscape(next));
  }

  private static String template() {
    try {
      return new ClassPathResource("pages/notice.html").getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }
}
