package com.accordenergie.gateway.routing;

import com.accordenergie.gateway.edge.ClientAddress;
import com.accordenergie.gateway.edge.Correlation;
import com.accordenergie.gateway.upstream.Upstream;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerRequest;

/**
 * What a service gets to read. Where the request came from is said by the gateway alone: whatever
 * the caller claims about it is dropped, in any spelling.
 */
@Component
class RequestHeaders {

  private static final Set<String> CLAIMS =
      Set.of("forwarded", "x-real-ip", "x-client-ip", "x-original-url", "x-rewrite-url", "via");
  private static final String FORWARDED_PREFIX = "x-forwarded-";
  private static final String OVERRIDE_SUFFIX = "-override";

  private final PublicOrigin origin;
  private final ClientAddress addresses;

  RequestHeaders(PublicOrigin origin, ClientAddress addresses) {
    this.origin = origin;
    this.addresses = addresses;
  }

  HttpHeaders forUpstream(Upstream upstream, ServerRequest request) {
    HttpServletRequest servletRequest = request.servletRequest();
    HttpHeaders incoming = asTheyCame(servletRequest);
    Set<String> hopByHop = HopByHop.in(incoming);
    HttpHeaders outgoing = new HttpHeaders();
    incoming.forEach(
        (name, values) -> {
          String plain = name.toLowerCase(Locale.ROOT).replace('_', '-');
          if (!hopByHop.contains(plain) && isPassedOn(plain, upstream)) {
            outgoing.addAll(name, values);
          }
        });
    URI seen = origin.seenBy(servletRequest);
    outgoing.set("X-Forwarded-For", addresses.of(servletRequest));
    outgoing.set("X-Forwarded-Proto", seen.getScheme());
    outgoing.set("X-Forwarded-Host", seen.getAuthority());
    outgoing.set("X-Forwarded-Port", String.valueOf(PublicOrigin.portOf(seen)));
    Correlation.of(servletRequest).addTo(outgoing);
    return outgoing;
  }

  /** Not as Spring reads them: it would add a charset to the content type. */
  private static HttpHeaders asTheyCame(HttpServletRequest request) {
    HttpHeaders headers = new HttpHeaders();
    request
        .getHeaderNames()
        .asIterator()
        .forEachRemaining(
            name -> headers.put(name, new ArrayList<>(Collections.list(request.getHeaders(name)))));
    return headers;
  }

  private static boolean isPassedOn(String name, Upstream upstream) {
    return switch (name) {
      case "host", "expect" -> false;
      // The login session is nobody's business but auth-service's.
      case "cookie" -> upstream == Upstream.AUTH;
      default ->
          !CLAIMS.contains(name)
              && !name.startsWith(FORWARDED_PREFIX)
              && !name.endsWith(OVERRIDE_SUFFIX);
    };
  }
}
