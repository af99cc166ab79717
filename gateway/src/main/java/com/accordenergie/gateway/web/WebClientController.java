package com.accordenergie.gateway.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The web client's page, at every address that the client knows: which screen it is, is decided in
 * the browser; what may be seen on it, by the API.
 */
@RestController
class WebClientController {

  private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");

  /** Stands in the built page where the nonce goes. */
  private static final String NONCE_PLACE = "__NONCE__";

  private final Resource page = new ClassPathResource("web/index.html");
  private final Resource worker = new ClassPathResource("web/sw.js");
  private final Resource notBuilt = new ClassPathResource("pages/not-built.html");

  private final String template = text(page.exists() ? page : notBuilt);

  @GetMapping(
      path = {
        "/",
        "/index.html",
        "/reconnected",
        "/waiting",
        "/planning",
        "/interventions",
        "/interventions/*",
        "/clients",
        "/clients/*",
        "/administration/*",
        "/administration/partners/*",
        "/administration/partners/*/webhooks/*"
      },
      produces = MediaType.TEXT_HTML_VALUE)
  ResponseEntity<String> page() {
    var policy = ContentPolicy.fresh();
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noCache())
        .header("Content-Security-Policy", policy.header())
        .contentType(HTML)
        .body(template.replace(NONCE_PLACE, policy.nonce()));
  }

  @GetMapping("/sw.js")
  ResponseEntity<Resource> worker() {
    return worker.exists()
        ? ResponseEntity.ok()
            .cacheControl(CacheControl.noCache())
            .header("Content-Security-Policy", ContentPolicy.OF_WORKER)
            .contentType(MediaType.valueOf("text/javascript"))
            .body(worker)
        : ResponseEntity.notFound().build();
  }

  private static String text(Resource resource) {
    try {
      return resource.getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
