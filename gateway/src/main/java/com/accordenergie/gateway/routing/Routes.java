package com.accordenergie.gateway.routing;

import static org.springframework.cloud.gateway.server.mvc.handler.GatewayRouterFunctions.route;
import static org.springframework.web.servlet.function.RequestPredicates.path;

import com.accordenergie.gateway.upstream.Upstream;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.function.RequestPredicate;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Everything that can be reached, and nothing else: a path that is not written here does not exist,
 * so a service's health, metrics or own API document never need to be forbidden.
 *
 * <p>The first match wins; what belongs to another service than its surroundings stands first.
 */
@Configuration(proxyBeanMethods = false)
class Routes {

  /** What leads to one service. */
  record Owned(Upstream owner, List<String> paths) {}

  static final List<Owned> PATHS =
      List.of(
          new Owned(
              Upstream.AUTH,
              List.of(
                  "/oauth2/**",
                  "/.well-known/**",
                  "/userinfo",
                  "/connect/**",
                  "/login",
                  "/logout",
                  "/activate",
                  "/auth-assets/**",
                  "/api/v1/consumers/auth-service/**",
                  "/api/v1/me/sessions",
                  "/api/v1/users/{id}/invitation",
                  "/api/v1/partners/{id}/credentials/**")),
          new Owned(
              Upstream.COMMENT,
              List.of(
                  "/api/v1/consumers/comment-service/**",
                  "/api/v1/interventions/{id}/comments",
                  "/api/v1/comments/**",
                  "/api/v1/interventions/{id}/attachments",
                  "/api/v1/attachments/**")),
          new Owned(
              Upstream.INTERVENTION,
              List.of(
                  "/api/v1/consumers/intervention-service/**",
                  "/api/v1/interventions/**",
                  "/api/v1/technicians/{id}/busy",
                  "/api/v1/planning",
                  "/api/v1/events",
                  "/api/v1/statistics",
                  "/api/v1/statuses/**",
                  "/api/v1/transitions/**",
                  "/api/v1/urgencies/**")),
          new Owned(
              Upstream.USER,
              List.of(
                  "/api/v1/consumers/user-service/**",
                  "/api/v1/audit",
                  "/api/v1/me",
                  "/api/v1/me/views",
                  "/api/v1/partner/**",
                  "/api/v1/partners/**",
                  "/api/v1/users/**",
                  "/api/v1/clients/**",
                  "/api/v1/technicians/**")));

  @Bean
  RouterFunction<ServerResponse> publicRoutes(Forwarding to) {
    return PATHS.stream()
        .map(owned -> service(owned, to))
        .reduce(RouterFunction::and)
        .orElseThrow();
  }

  private static RouterFunction<ServerResponse> service(Owned owned, Forwarding to) {
    RequestPredicate anyOf =
        owned.paths().stream()
            .map(pattern -> path(pattern))
            .reduce(RequestPredicate::or)
            .orElseThrow();
    return route(owned.owner().serviceName())
        .route(anyOf, to.service(owned.owner()))
        .build();
  }
}
