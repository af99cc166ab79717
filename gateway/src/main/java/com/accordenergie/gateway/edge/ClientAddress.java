package com.accordenergie.gateway.edge;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import org.springframework.stereotype.Component;

/**
 * Where a request comes from: the peer, unless it is a proxy of ours, which is believed about the
 * peer it had, and so on.
 */
@Component
public class ClientAddress {

  private static final String FORWARDED_FOR = "X-Forwarded-For";

  private final List<IpAddressMatcher> trusted;

  ClientAddress(@Value("${accord.gateway.trusted-proxies:}") List<String> trusted) {
    this.trusted =
        trusted.stream().filter(range -> !range.isBlank()).map(IpAddressMatcher::new).toList();
  }

  public String of(HttpServletRequest request) {
    String peer = request.getRemoteAddr();
    for (String before : hopsBackwards(request)) {
      if (!isTrusted(peer)) {
        break;
      }
      peer = before;
    }
    return peer;
  }

  private static List<String> hopsBackwards(HttpServletRequest request) {
    List<String> hops = new ArrayList<>();
    Collections.list(request.getHeaders(FORWARDED_FOR))
        .forEach(value -> Collections.addAll(hops, value.split("\\s*,\\s*")));
    return hops.reversed();
  }

  private boolean isTrusted(String peer) {
    return trusted.stream().anyMatch(range -> matches(range, peer));
  }

  private static boolean matches(IpAddressMatcher range, String peer) {
    try {
      return range.matches(peer);
    } catch (IllegalArgumentException notAnAddress) {
      return false;
    }
  }
}
