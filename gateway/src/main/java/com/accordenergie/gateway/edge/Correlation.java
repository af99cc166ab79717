package com.accordenergie.gateway.edge;

import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * What ties together the log lines that one request leaves in all services: its number, and the
 * trace it belongs to (W3C Trace Context). A caller may bring both along, if they are well formed.
 */
public record Correlation(String requestId, String traceparent, boolean continued) {

  public static final String REQUEST_ID = "X-Request-Id";
  static final String TRACEPARENT = "traceparent";
  private static final String TRACESTATE = "tracestate";
  private static final Set<String> NAMES = Set.of("x-request-id", TRACEPARENT, TRACESTATE);

  private static final Pattern READABLE_ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");
  private static final Pattern READABLE_TRACE =
      Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");
  private static final SecureRandom RANDOM = new SecureRandom();

  static Correlation from(HttpServletRequest request) {
    String id = request.getHeader(REQUEST_ID);
    String trace = request.getHeader(TRACEPARENT);
    boolean continued = trace != null && READABLE_TRACE.matcher(trace).matches();
    return new Correlation(
        matches(READABLE_ID, id) ? id : random(16),
        continued ? trace : "00-" + random(16) + "-" + random(8) + "-01",
        continued);
  }

  private static boolean matches(Pattern pattern, @Nullable String text) {
    return text != null && pattern.matcher(text).matches();
  }

  private static String random(int bytes) {
    byte[] value = new byte[bytes];
    RANDOM.nextBytes(value);
    return HexFormat.of().formatHex(value);
  }

  public static Correlation of(HttpServletRequest request) {
    return request.getAttribute(Correlation.class.getName()) instanceof Correlation known
        ? known
        : from(request);
  }

  void attachTo(HttpServletRequest request) {
    request.setAttribute(Correlation.class.getName(), this);
  }

  public void addTo(HttpHeaders outgoing) {
    outgoing.set(REQUEST_ID, requestId);
    outgoing.set(TRACEPARENT, traceparent);
    if (!continued) {
      outgoing.remove(TRACESTATE);
    }
  }

  /** Whether the header of this lower-case name is the gateway's to set. */
  public static boolean isHeader(String name) {
    return NAMES.contains(name);
  }
}
