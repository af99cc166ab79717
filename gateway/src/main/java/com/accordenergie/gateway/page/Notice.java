package com.accordenergie.gateway.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.util.HtmlUtils;

/**
 * A page that says what happened and leads on. Programs get problems; this is for people, in the
 * language of the house.
 *
 * @param action what the way on is called
 * @param next where it leads
 */
public record Notice(HttpStatus status, String title, String text, String action, String next) {

  private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");
  private static final String POLICY =
      "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none';"
          + " frame-ancestors 'none'";
  private static final String TEMPLATE = template();

  /** When no service can answer right now. */
  public static Notice unavailable(String next) {
    return new Notice(
        HttpStatus.SERVICE_UNAVAILABLE,
        "Un instant",
        "Le service de connexion ne répond pas pour le moment. Réessayez dans quelques instants.",
        "Réessayer",
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

  public String html() {
    return TEMPLATE
        .replace("{title}", title)
        .replace("{text}", text)
        .replace("{action}", action)
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
