package com.accordenergie.gateway.routing;

import static org.springframework.cloud.gateway.server.mvc.handler.GatewayRouterFunctions.route;
import static org.springframework.web.servlet.function.RequestPredicates.path;

import com.accordenergie.gateway.upstream.Upstream;
import java.util.Arrays;
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

  @Bean
  RouterFunction<ServerResponse> publicRoutes(Forwarding to) {
    return service(
            Upstream.AUTH,
            to,
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
            "/api/v1/partners/{id}/credentials/**")
        .and(
            service(
                Upstream.COMMENT,
                to,
                "/api/v1/consumers/comment-service/**",
                "/api/v1/interventions/{id}/comments",
                "/api/v1/comments/**",
                "/api/v1/interventions/{id}/attachments",
                "/api/v1/attachments/**"))
        .and(
            service(
                Upstream.INTERVENTION,
                to,
                "/api/v1/consumers/intervention-service/**",
                "/api/v1/interventions/**",
                "/api/v1/technicians/{id}/busy",
                "/api/v1/planning",
                "/api/v1/events",
                "/api/v1/statistics",
                "/api/v1/statuses/**",
                "/api/v1/transitions/**",
                "/api/v1/urgencies/**"))
        .and(
            service(
                Upstream.USER,
                to,
                "/api/v1/consumers/user-service/**",
                "/api/v1/audit",
                "/api/v1/me",
                "/api/v1/me/views",
                "/api/v1/partner/**",
                "/api/v1/partners/**",
                "/api/v1/users/**",
                "/api/v1/clients/**",
                "/api/v1/technicians/**"));
  }

  private static RouterFunction<ServerResponse> service(
      Upstream upstream, Forwarding to, String... paths) {
    RequestPredicate anyOf =
        Arrays.stream(paths)
            .map(pattern -> path(pattern))
            .reduce(RequestPredicate::or)
            .orElseThrow();
    return route(upstream.serviceName()).route(anyOf, to.service(upstream)).build();
  }
}
