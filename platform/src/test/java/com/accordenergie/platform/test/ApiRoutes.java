package com.accordenergie.platform.test;

import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/** The routes that a service's API has, as Spring knows them. */
public final class ApiRoutes {

  private record Route(HttpMethod method, PathPattern path) {

    boolean takes(HttpMethod asked, PathContainer where) {
      return method.equals(asked) && path.matches(where);
    }

    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  /** The most specific first, as Spring tries them. */
  private final List<Route> routes;

  private ApiRoutes(List<Route> routes) {
    this.routes = routes;
  }

  public static ApiRoutes of(RequestMappingHandlerMapping mapping) {
    return new ApiRoutes(
        mapping.getHandlerMethods().keySet().stream()
            .flatMap(ApiRoutes::routesOf)
            .filter(route -> route.path().getPatternString().startsWith("/api/"))
            .sorted(Comparator.comparing(Route::path))
            .toList());
  }

  private static Stream<Route> routesOf(RequestMappingInfo mapped) {
    return mapped.getPathPatternsCondition().getPatterns().stream()
        .flatMap(
            path ->
                mapped.getMethodsCondition().getMethods().stream()
                    .map(method -> new Route(method.asHttpMethod(), path)));
  }

  public Set<String> all() {
    return routes.stream().map(Route::toString).collect(Collectors.toSet());
  }

  /** The one that answers it. */
  public String of(Attempt attempt) {
    return of(attempt.method(), attempt.uri());
  }

  /**
   * The one that answers it.
   *
   * @param uri what is asked for behind its question mark included
   */
  public String of(HttpMethod method, String uri) {
    PathContainer path = PathContainer.parsePath(URI.create(uri).getPath());
    return routes.stream()
        .filter(route -> route.takes(method, path))
        .findFirst()
        .map(Route::toString)
        .orElseThrow(() -> new AssertionError("no route for " + method + " " + uri));
  }
}
