package com.accordenergie.gateway.routing;

import com.accordenergie.gateway.edge.Correlation;
import com.accordenergie.gateway.upstream.Upstream;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerRequest;

/** What a caller gets to read of a service's answer: nothing about the machine that gave it. */
@Component
class ResponseHeaders {

  private static final Set<String> PRIVATE = Set.of("server", "x-powered-by", "via");

  private final PublicOrigin origin;

  ResponseHeaders(PublicOrigin origin) {
    this.origin = origin;
  }

  void forCaller(Upstream upstream, URI instance, ServerRequest request, HttpHeaders headers) {
    Set<String> hopByHop = HopByHop.in(headers);
    headers
        .headerNames()
        .forEach(
            name -> {
              String plain = name.toLowerCase(Locale.ROOT);
              if (hopByHop.contains(plain)
                  || PRIVATE.contains(plain)
                  || Correlation.isHeader(plain)
                  || (plain.equals("set-cookie") && upstream != Upstream.AUTH)) {
                headers.remove(name);
              }
            });
    String location = headers.getFirst(HttpHeaders.LOCATION);
    String own = instance.getScheme() + "://" + instance.getAuthority();
    if (location != null && (location.equals(own) || location.startsWith(own + "/"))) {
      URI seen = origin.seenBy(request.servletRequest());
      headers.set(HttpHeaders.LOCATION, seen + location.substring(own.length()));
    }
  }
}
