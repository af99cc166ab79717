package com.accordenergie.gateway.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * The request as everybody behind the session sees it: as if an application with a token had made
 * it. The gateway's own cookies end here.
 */
final class RequestToService extends HttpServletRequestWrapper {

  private final Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  private RequestToService(HttpServletRequest request) {
    super(request);
    Collections.list(request.getHeaderNames())
        .forEach(name -> headers.put(name, Collections.list(request.getHeaders(name))));
  }

  static RequestToService without(Predicate<String> cookies, HttpServletRequest request) {
    var passedOn = new RequestToService(request);
    passedOn.headers.computeIfPresent(HttpHeaders.COOKIE, (name, lines) -> left(lines, cookies));
    return passedOn;
  }

  RequestToService with(String accessToken) {
    headers.put(HttpHeaders.AUTHORIZATION, List.of("Bearer " + accessToken));
    return this;
  }

  private static @Nullable List<String> left(List<String> lines, Predicate<String> cookies) {
    String left =
        lines.stream()
            .flatMap(line -> Arrays.stream(line.split(";")))
            .map(String::strip)
            .filter(cookie -> !cookie.isEmpty() && !cookies.test(cookie.split("=", 2)[0].strip()))
            .collect(Collectors.joining("; "));
    return left.isEmpty() ? null : List.of(left);
  }

  @Override
  public @Nullable String getHeader(String name) {
    List<String> values = headers.get(name);
    return values == null ? null : values.getFirst();
  }

  @Override
  public Enumeration<String> getHeaders(String name) {
    return Collections.enumeration(headers.getOrDefault(name, List.of()));
  }

  @Override
  public Enumeration<String> getHeaderNames() {
    return Collections.enumeration(new ArrayList<>(headers.keySet()));
  }
}
