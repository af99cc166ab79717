package com.accordenergie.gateway.routing;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The address under which the suite is known. It is configured and never taken from the request:
 * a caller who invents a host must not find it in a redirect or in a mail. Only on a developer's
 * machine do the names of the machine itself stand for one another.
 */
@Component
public class PublicOrigin {

  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  private final URI issuer;

  PublicOrigin(@Value("${accord.issuer}") URI issuer) {
    this.issuer = URI.create(issuer.getScheme() + "://" + issuer.getAuthority());
  }

  public URI uri() {
    return issuer;
  }

  /** The origin as the caller of this request sees it. */
  public URI seenBy(HttpServletRequest request) {
    String host = request.getServerName().toLowerCase(Locale.ROOT);
    boolean anotherName =
        LOOPBACK.contains(issuer.getHost())
            && LOOPBACK.contains(host)
            && request.getServerPort() == portOf(issuer);
    return anotherName
        ? URI.create(issuer.getScheme() + "://" + host + ":" + portOf(issuer))
        : issuer;
  }

  static int portOf(URI origin) {
    if (origin.getPort() >= 0) {
      return origin.getPort();
    }
    return origin.getScheme().equals("https") ? 443 : 80;
  }
}
