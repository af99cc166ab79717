package com.accordenergie.gateway.routing;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;

/** Headers that concern one connection only (RFC 9110, section 7.6.1). */
final class HopByHop {

  private static final Set<String> ALWAYS =
      Set.of(
          "connection",
          "keep-alive",
          "proxy-connection",
          "proxy-authenticate",
          "proxy-authorization",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade");

  private HopByHop() {}

  static Set<String> in(HttpHeaders headers) {
    Stream<String> named =
        headers.getOrEmpty(HttpHeaders.CONNECTION).stream()
            .flatMap(value -> Stream.of(value.split(",")))
            .map(String::trim);
    return Stream.concat(ALWAYS.stream(), named)
        .map(name -> name.toLowerCase(Locale.ROOT))
        .collect(Collectors.toSet());
  }
}
