package com.accordenergie.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;

import com.accordenergie.gateway.upstream.Upstream;
import com.accordenergie.platform.test.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPatternParser;
import tools.jackson.databind.json.JsonMapper;

/**
 * The routes, beside the API's description: {@code DescriptionIT} has it that the copy read here is what
 * the running suite says, and that each path is answered by the service that describes it.
 */
class DescribedPathsTest {

  /** What people and programs log in by. */
  private static final List<String> NOT_OF_THE_API =
      List.of(
          "/oauth2/**",
          "/.well-known/**",
          "/userinfo",
          "/connect/**",
          "/login",
          "/logout",
          "/activate",
          "/auth-assets/**");

  private static final List<String> ROUTES =
      Routes.PATHS.stream().flatMap(owned -> owned.paths().stream()).toList();

  @Test
  void whateverIsDescribedLeadsSomewhere() {
    assertThat(described()).isNotEmpty().allSatisfy(path -> assertThat(routeOf(path)).isPresent());
  }

  @Test
  void noRouteOfTheApiLeadsPastWhatIsDescribed() {
    assertThat(described().map(DescribedPathsTest::routeOf).flatMap(Optional::stream).distinct())
        .containsExactlyInAnyOrderElementsOf(
            ROUTES.stream().filter(route -> !NOT_OF_THE_API.contains(route)).toList());
  }

  /** The first that matches, as the gateway itself takes it. */
  private static Optional<String> routeOf(String path) {
    return ROUTES.stream()
        .filter(
            route ->
                PathPatternParser.defaultInstance
                    .parse(route)
                    .matches(PathContainer.parsePath(path)))
        .findFirst();
  }

  /** Each path of the description; what every service has, once for each of them. */
  private static Stream<String> described() {
    try {
      return new JsonMapper()
          .readTree(Files.readString(Project.root().resolve("gateway/web/openapi.json")))
          .required("paths")
          .propertyNames()
          .stream()
          .flatMap(
              path ->
                  Arrays.stream(Upstream.values())
                      .map(service -> path.replace("{service}", service.serviceName())))
          .distinct();
    } catch (IOException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }
}
