package com.accordenergie.gateway.home;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Says where one is, until the web client takes the place. */
@RestController
class HomeController {

  private static final String POLICY =
      "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none';"
          + " frame-ancestors 'none'";

  @GetMapping(path = "/", produces = MediaType.TEXT_HTML_VALUE)
  ResponseEntity<Resource> home() {
    return ResponseEntity.ok()
        .header("Content-Security-Policy", POLICY)
        .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
        .body(new ClassPathResource("pages/home.html"));
  }
}
